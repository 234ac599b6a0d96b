import { continueAsNew, proxyLocalActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities } from '#process/standing.js';
import { AlarmClock, listenForWakeUps } from './waits/alarm.js';

const { lookAtCall } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** The life of a call: open until its last application has ended. */
export async function callProcess(call: string): Promise<void> {
  const bell = listenForWakeUps();
  const clock = new AlarmClock(bell);
  for (;;) {
    bell.rung = false;
    const standing = await lookAtCall(call);
    setCurrentDetails(standing.sentence);
    if (bell.rung) continue;
    if (standing.ended) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof callProcess>(call);
    await clock.ringOrWake(standing, `chiusura dell'avviso (${standing.on ?? ''})`);
  }
}
