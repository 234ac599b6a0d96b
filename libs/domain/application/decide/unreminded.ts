import { epochMs, localAt } from '#domain/calendar/local-date.js';
import { isOfficeRole } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import { fundsExhausted } from '#domain/call/funds.js';
import type { Case } from '../case/case.js';
import type { RunningTerm } from '../case/running-term.js';
import type { DecideInput } from './decision.js';
import { owing, plansOf } from './reminder-messages.js';

/**
 * Who was to be reminded on the last days of a peremptory term that has passed, and got nothing from the day of their last
 * reminder on: the worker stood still, or the mail server was away. Of a case that its end closes: who was to be asked for
 * the answer. Nobody where a call without money stops reminders.
 */
export function unreminded(
  ended: { term: string; round: number },
  theCase: Case,
  input: DecideInput,
): { unreminded?: string[] } {
  const over = theCase.terms.find(({ id, round }) => id === ended.term && round === ended.round);
  if (over === undefined || fundsExhausted(input.streams.call) !== undefined) return {};
  const missed = theCase.ended
    ? askedIn(theCase).flatMap((term) => missedOf(term, theCase, input))
    : over.peremptory && over.reminds
      ? missedOf(over, theCase, input)
      : [];
  const people = [...new Set(missed)];
  return people.length === 0 ? {} : { unreminded: people };
}

/** Terms of what the stage asks for; who wanted to talk was heard. */
function askedIn({ terms, stage }: Case): RunningTerm[] {
  return terms.filter(
    ({ reminds, meets, met }) =>
      reminds && met === undefined && stage.requirements.some(({ id }) => id === meets),
  );
}

function missedOf(term: RunningTerm, theCase: Case, input: DecideInput): string[] {
  const today = localAt(input.now).date;
  const lastDays = new Map<string, string>();
  const plans = owing(term, theCase).flatMap((of) => plansOf(term, of, theCase, input));
  for (const plan of plans) {
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
  return [...lastDays].filter(([person, from]) => !wasTold(person, from)).map(([person]) => person);
}
