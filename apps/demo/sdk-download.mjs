// Makes the Temporal SDK download one of its two servers into a folder, and ends. A program of its own, so that it can
// be ended after a time limit: the SDK gives none.
// Arguments: "cli" or "test-server", version, folder.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [, , what, version, downloadDir] = process.argv;
const server = { executable: { type: 'cached-download', version, downloadDir } };
const environment =
  what === 'cli'
    ? await TestWorkflowEnvironment.createLocal({ server })
    : await TestWorkflowEnvironment.createTimeSkipping({ server });
await environment.teardown();
