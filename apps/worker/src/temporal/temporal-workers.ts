import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DefaultLogger, type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { QUEUES } from '#process/workflows.js';
import { CaseActivitiesService } from '../activities/case.activities.js';
import { FilesActivitiesService } from '../activities/files.activities.js';
import { PostActivitiesService } from '../activities/post.activities.js';
import { workflowBundle } from './workflow-bundle.js';

/** The two Temporal workers of this process: cases, and post. */
@Injectable()
export class TemporalWorkers implements OnApplicationShutdown {
  private readonly log = new Logger('temporal');
  private workers: Worker[] = [];
  private runs: Promise<void>[] = [];

  constructor(
    private readonly cases: CaseActivitiesService,
    private readonly post: PostActivitiesService,
    private readonly files: FilesActivitiesService,
  ) {}

  /**
   * Starts both; a worker that stops by itself ends the process, so that whoever watches it starts it anew.
   * @param bundle the workflows, where they were bundled before.
   */
  async start(connection: NativeConnection, namespace: string, bundle?: WorkflowBundleOption): Promise<void> {
    const { cases, post, files } = this;
    const shared = {
      connection,
      namespace,
      workflowBundle: bundle ?? (await workflowBundle(new DefaultLogger('WARN'))),
      // Told at once, so that no further mail begins; one that goes is waited for, and has limits of its own.
      shutdownGraceTime: '1 second' as const,
      // After the death of a worker its cases wait this long for it.
      stickyQueueScheduleToStartTimeout: '3 seconds' as const,
    };
    this.workers = [
      await Worker.create({
        ...shared,
        taskQueue: QUEUES.cases,
        maxConcurrentLocalActivityExecutions: 16,
        // Files are read one at a time, and a case asks for nothing that would wait for it.
        maxConcurrentActivityTaskExecutions: 1,
        activities: {
          advance: (application: string) => cases.advance(application),
          lookAtCall: (call: string) => cases.lookAtCall(call),
          lookAtFiles: (union: string) => files.lookAtFiles(union),
          readFiles: (union: string) => files.readFiles(union),
          tellOfFiles: (union: string) => files.tellOfFiles(union),
        },
      }),
      await Worker.create({
        ...shared,
        taskQueue: QUEUES.post,
        // A launch for hundreds wakes twice as many mailboxes; whose letter goes tomorrow morning can wait for decisions.
        maxConcurrentWorkflowTaskExecutions: 2,
        maxConcurrentLocalActivityExecutions: 2,
        maxConcurrentActivityTaskExecutions: 8,
        activities: {
          lookAtPost: (person: string) => post.lookAtPost(person),
          deliver: (person: string, slot: string) => post.deliver(person, slot),
          giveUp: (person: string, slot: string) => post.giveUp(person, slot),
        },
      }),
    ];
    this.runs = this.workers.map((worker) => worker.run());
    for (const run of this.runs) {
      run.catch((error: unknown) => {
        this.log.error(`a Temporal worker stopped: ${String(error)}`);
        process.exit(1);
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(this.runs);
  }
}
