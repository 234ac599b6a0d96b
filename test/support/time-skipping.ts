import { TestWorkflowEnvironment } from '@temporalio/testing';
import { provisionTestServer } from '../../apps/demo/provision-test-server.js';

/** Starts Temporal's time-skipping test server; the caller calls `teardown()`. Its clock is shared by all its workflows. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = await provisionTestServer((line) => process.stderr.write(`${line}\n`));
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
