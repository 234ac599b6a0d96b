import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** The workflows as one bundle; `#process/...` is resolved as compiled code, or as sources in tests. */
export function bundleWorkflows(logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  const sources = import.meta.url.endsWith('.ts');
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
