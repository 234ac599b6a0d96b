import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  type Logger,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** True where this file is read as it was written, in tests. */
const sources = import.meta.url.endsWith('.ts');

/** Of the build, beside its programs. */
export const builtBundle = fileURLToPath(new URL('../../../../workflow-bundle.js', import.meta.url));

/** What the build has made, so that a worker that starts need not make it first; or made now. */
export async function workflowBundle(logger: Logger): Promise<WorkflowBundleOption> {
  return !sources && existsSync(builtBundle) ? { codePath: builtBundle } : bundleWorkflows(logger);
}

/** The workflows as one bundle; `#process/...` is resolved as compiled code, or as sources in tests. */
export function bundleWorkflows(logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  const path = new URL(`../../../../workflows/index.${sources ? 'ts' : 'js'}`, import.meta.url);
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(path),
    logger,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: sources ? ['source', 'import', 'default'] : ['import', 'default'],
      },
    }),
  });
}
