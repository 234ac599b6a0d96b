import { epochMs, localAt } from '#domain/calendar/local-date.js';
import { isOfficeRole } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import type { Case } from '../case/case.js';
import type { DecideInput } from './decision.js';
import { plansOf } from './reminder-messages.js';

/**
 * Who was to be reminded on the last days of a peremptory term that has passed, and got nothing from the day of their last
 * reminder on: the worker stood still, or the mail server was away.
 */
export function unreminded(
  ended: { term: string; round: number },
  theCase: Case,
  input: DecideInput,
): { unreminded?: string[] } {
  const term = theCase.terms.find(({ id, round }) => id === ended.term && round === ended.round);
  if (term?.peremptory !== true || !term.reminds) return {};
  const today = localAt(input.now).date;
  const lastDays = new Map<string, string>();
  for (const plan of plansOf(term, {}, theCase, input)) {
    for (const { at, to, kind } of plan.steps) {
      if (kind === 'officeCall' || to.some(isOfficeRole)) continue;
      for (const person of input.recipients(seatsIn(plan.body, to), today)) {
        if (at.date > (lastDays.get(person) ?? '')) lastDays.set(person, at.date);
      }
    }
  }
  const wasTold = (person: string, from: string) =>
    input.told.some(
      (each) =>
        each.person === person &&
        each.state === 'sent' &&
        each.term?.id === term.id &&
        each.term.round === term.round &&
        localAt(epochMs(each.deliverAt)).date >= from,
    );
  const people = [...lastDays].filter(([person, from]) => !wasTold(person, from)).map(([person]) => person);
  return people.length === 0 ? {} : { unreminded: people };
}
