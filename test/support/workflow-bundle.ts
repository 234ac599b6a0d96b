import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import { bundleWorkflows } from '../../apps/worker/src/temporal/workflow-bundle.js';
import { onceARun } from './once-a-run.js';
import { testFolder } from './server-addresses.js';

/** The workflows as they stand in the sources, bundled once a run. */
export async function testBundle(): Promise<{ codePath: string }> {
  const codePath = join(testFolder(), 'workflows.js');
  await onceARun(
    'workflows',
    async () => existsSync(codePath),
    async () => {
      const { code } = await bundleWorkflows(new DefaultLogger('WARN'));
      await writeFile(`${codePath}.half`, code);
      await rename(`${codePath}.half`, codePath);
    },
  );
  return { codePath };
}
