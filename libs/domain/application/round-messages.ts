import {
  addDays,
  epochMs,
  instantAt,
  isoInstant,
  type LocalDate,
  weekday,
} from '#domain/calendar/local-date.js';
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/working-day.js';
import type { Role } from '#domain/people/role.js';
import type { Case } from './case.js';
import { DECISION_LEAD_MS, type DecideInput, type Decisions, type Planned } from './decision.js';
import { localAt } from '#domain/calendar/local-date.js';

const OFFICE: Role[] = ['deskOfficer'];
const ASKED: Role[] = ['referent', 'protocolClerk'];

/**
 * While a case waits for an outside body, the office looks at the platform each Monday (or the first working day
 * after it): the only way to learn what the platform knows until PEC is read by machine. After the usual time the
 * comune is asked once a month whether something arrived by PEC.
 */
export function roundMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const waitsOutside =
    theCase.open.at(-1)?.definition.party === 'funder' || theCase.stage.wait === 'outsideBody';
  if (theCase.ended || !waitsOutside) return { messages: [], planned: [] };
  const today = localAt(input.now).date;
  const since = theCase.since.date;
  const messages: Decisions['messages'] = [];
  const planned: Planned[] = [];
  const add = (
    kind: 'officeRound' | 'question',
    roles: Role[],
    on: LocalDate,
    time: string,
    name: string,
  ) => {
    const at = epochMs(instantAt(on, time));
    const what = { kind: kind === 'question' ? ('question' as const) : ('round' as const), on };
    if (at - DECISION_LEAD_MS > input.now) {
      planned.push({ at: at - DECISION_LEAD_MS, what });
      return;
    }
    for (const person of input.recipients(roles, today)) {
      messages.push({
        key: `${input.application}/${kind}/${name}/${person}`,
        kind,
        person,
        application: input.application,
        deliverAt: isoInstant(Math.max(at, input.now)),
        digest: true,
        params: { stage: theCase.stage.id, since },
      });
    }
  };

  const thisMonday = addDays(today, 1 - weekday(today));
  for (const monday of [thisMonday, addDays(thisMonday, 7)]) {
    const on = isWorkingDay(monday) ? monday : nextWorkingDay(monday);
    if (on > since) add('officeRound', OFFICE, on, '07:45', monday);
  }
  const usual = theCase.stage.usualDays?.to;
  if (usual !== undefined) {
    const first = addDays(since, usual);
    const past = Math.max(0, Math.floor(daysBetween(first, today) / 30));
    for (const n of [past, past + 1]) {
      const day = addDays(first, n * 30);
      add(
        'question',
        ASKED,
        isWorkingDay(day) ? day : nextWorkingDay(day),
        '08:00',
        `${theCase.stage.id}#${theCase.round}/${n}`,
      );
    }
  }
  return { messages, planned };
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((epochMs(instantAt(to, '12:00')) - epochMs(instantAt(from, '12:00'))) / 86_400_000);
}
