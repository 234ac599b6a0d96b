import {
  ActivityFailure,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  workflowInfo,
} from '@temporalio/workflow';
import type { PostActivities } from '#process/standing.js';
import { AlarmClock, listenForWakeUps } from './alarm.js';
import { AT_HOME } from './at-home.js';

const { lookAtPost, giveUp } = proxyLocalActivities<PostActivities>(AT_HOME);

/**
 * A mail server that answers "try later" is tried 104 times, more and more seldom: two days of tries. Days in which no
 * worker runs are not tries.
 */
const { deliver } = proxyActivities<PostActivities>({
  startToCloseTimeout: '2 minutes',
  // A worker that died while sending is noticed by its silence.
  heartbeatTimeout: '15 seconds',
  retry: {
    initialInterval: '10 seconds',
    backoffCoefficient: 2,
    maximumInterval: '30 minutes',
    maximumAttempts: 104,
  },
});

/** One person's post: at each hour of the day that has something due, one mail. */
export async function postProcess(person: string): Promise<void> {
  const bell = listenForWakeUps();
  const clock = new AlarmClock(bell);
  for (;;) {
    bell.rung = false;
    const standing = await lookAtPost(person);
    const { slot, waitMs } = standing;
    setCurrentDetails(slot === undefined ? 'Niente in partenza.' : `Prossima e-mail: ${slot}.`);
    if (bell.rung) continue;
    if (slot === undefined) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof postProcess>(person);
    if (waitMs !== undefined && waitMs > 0) {
      await clock.ringOrWake(standing, `e-mail delle ${slot.slice(11)} (${slot.slice(0, 10)})`);
      continue;
    }
    try {
      await deliver(person, slot);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      await giveUp(person, slot);
    }
  }
}
