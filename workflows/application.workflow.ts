import { continueAsNew, proxyLocalActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '#process/standing.js';
import { AlarmClock, listenForWakeUps } from './waits/alarm.js';
import { WAITS } from './waits/application-waits.js';

const { advance } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/**
 * The life of one application, from "Da decidere" to the end of maintenance: look where it stands, wait for what it
 * waits for, look again. Decisions are taken by `advance` and stand in history; replay runs no rule.
 */
export async function applicationProcess(application: string): Promise<void> {
  const bell = listenForWakeUps();
  const clock = new AlarmClock(bell);
  for (;;) {
    bell.rung = false;
    const standing = await advance(application);
    setCurrentDetails(standing.sentence);
    if (bell.rung) continue;
    if (standing.kind === 'end') return;
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof applicationProcess>(application);
    }
    await WAITS[standing.kind](standing, clock);
  }
}
