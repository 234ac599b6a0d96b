import { continueAsNew, proxyLocalActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { Alarm, CaseActivities } from '#process/standing.js';
import { timerName, type WAITS } from '#process/waits.js';
import { AlarmClock, listenForWakeUps } from './alarm.js';
import { AT_HOME } from './at-home.js';

const { advance, lookAtCall } = proxyLocalActivities<CaseActivities>(AT_HOME);

/** The life of one application, from "Da decidere" to the end of maintenance. */
export async function applicationProcess(application: string): Promise<void> {
  await live(application, advance);
}

/** The life of a call: open until its last application has ended. */
export async function callProcess(call: string): Promise<void> {
  await live(call, async () => {
    const { ended, ...now } = await lookAtCall(call);
    return { ...now, kind: ended ? 'end' : 'call', what: 'end' };
  });
}

interface Stands extends Alarm {
  kind: keyof typeof WAITS | 'end';
  sentence: string;
}

/**
 * Look where it stands, wait for what it waits for, look again. Decisions are taken by `look` and stand in history;
 * replay runs no rule.
 */
async function live(id: string, look: (id: string) => Promise<Stands>): Promise<void> {
  const bell = listenForWakeUps();
  const clock = new AlarmClock(bell);
  for (;;) {
    bell.rung = false;
    const stands = await look(id);
    setCurrentDetails(stands.sentence);
    if (bell.rung) continue;
    if (stands.kind === 'end') return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew(id);
    await clock.ringOrWake(stands, timerName(stands.kind, stands));
  }
}
