import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { CaseActivities, FilesActivities, PostActivities } from '#process/standing.js';
import { testBundle } from './workflow-bundle.js';

/** The product's workflows with other activities, on one queue of their own. */
export interface BareWorker {
  /** Resolves when the worker has ended what it had begun. */
  stop(): Promise<void>;
}

export async function runBare(
  address: string,
  client: Client,
  taskQueue: string,
  activities: Partial<CaseActivities & FilesActivities & PostActivities>,
): Promise<BareWorker> {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    namespace: client.options.namespace,
    taskQueue,
    workflowBundle: await testBundle(),
    activities,
    shutdownGraceTime: '1 second',
  });
  const run = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await run;
      await connection.close();
    },
  };
}
