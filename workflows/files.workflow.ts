import {
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';
import type { FilesActivities } from '#process/standing.js';
import { timerName } from '#process/waits.js';
import { AlarmClock, listenForWakeUps } from './alarm.js';
import { AT_HOME } from './at-home.js';

const { lookAtFiles } = proxyLocalActivities<FilesActivities>(AT_HOME);

/** A step of a reading reads for half a minute, or one large file; its cursor lies in the database. */
const { readFiles, tellOfFiles } = proxyActivities<FilesActivities>({
  startToCloseTimeout: '10 minutes',
  // A worker that died while reading is noticed by its silence.
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '30 minutes' },
});

/** The stored files of a union: every week all are read, step by step; one process for all, so never two readings at once. */
export async function filesProcess(union: string): Promise<void> {
  const bell = listenForWakeUps();
  const clock = new AlarmClock(bell);
  for (;;) {
    bell.rung = false;
    const standing = await lookAtFiles(union);
    setCurrentDetails(standing.sentence);
    if (bell.rung) continue;
    if (standing.waitMs === undefined) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof filesProcess>(union);
    if (standing.now === 'read') await readFiles(union);
    else if (standing.now === 'tell') await tellOfFiles(union);
    else await clock.ringOrWake(standing, timerName('files', standing));
  }
}
