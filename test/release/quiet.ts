import { Client, type WorkflowHandle } from '@temporalio/client';
import { asWorker } from '#persistence/scoped.js';
import { eventually } from '../support/eventually.js';
import { type RunningWorker, temporalConnection } from '../support/running-worker.js';

/**
 * Resolves when everything that was woken has looked and waits: no wake-up is left to carry, no mail is on its way, and
 * no workflow has a task to do. Other processes work: whoever waits for them can only ask.
 */
export async function quiet({ source, namespace }: RunningWorker): Promise<void> {
  const connection = await temporalConnection();
  const { workflow } = new Client({ connection, namespace });
  try {
    const ids = await asWorker<{ id: string }[]>(source, (manager) =>
      manager.query(`select 'application/' || id as id from application`),
    );
    const rested = await eventually(async () => {
      const [row] = await asWorker<{ busy: boolean }[]>(source, (manager) =>
        manager.query(
          `select exists (select 1 from wake) or exists (select 1 from mail where state = 'sending') as busy`,
        ),
      );
      if (row?.busy !== false) return false;
      const tasks = await Promise.all(ids.map(({ id }) => hasTask(workflow.getHandle(id))));
      return !tasks.includes(true);
    });
    if (!rested) throw new Error('what was woken does not come to rest');
  } finally {
    await connection.close();
  }
}

async function hasTask(handle: WorkflowHandle): Promise<boolean> {
  const { raw } = await handle.describe();
  return raw.pendingWorkflowTask != null || (raw.pendingActivities ?? []).length > 0;
}
