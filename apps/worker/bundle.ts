import { writeFile } from 'node:fs/promises';
import { DefaultLogger } from '@temporalio/worker';
import { builtBundle, bundleWorkflows } from './src/temporal/workflow-bundle.js';

// Last step of the build.
const { code } = await bundleWorkflows(new DefaultLogger('WARN'));
await writeFile(builtBundle, code);
