import { capital } from '#domain/italian/sentence.js';
import type { PlannedMessage } from '#contracts/messages.js';
import { isPlanned } from '#domain/application/decide/coming.js';
import { DECISION_LEAD_MS } from '#domain/application/decide/decision.js';
import { kindInWords } from '#domain/reminder/message-words.js';
import { isAhead } from '#domain/application/explain/next-words.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { GlanceNext } from '#domain/desk/glance.js';
import type { Role } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import type { Seen } from '../desk/seen.js';

/** Whom a question and a telephone call to make go to: steps of a schedule name their own. */
const TO: Readonly<Record<GlanceNext['kind'], Role[]>> = {
  end: [],
  reminder: [],
  round: [],
  question: ['referent', 'protocolClerk'],
  phone: ['deskOfficer'],
};

/** The next message of each application that is not decided yet, in the order in which they go. */
export function plannedMessages(
  { applications, who, now }: Seen,
  wanted: { person?: string | undefined; application?: string | undefined },
): PlannedMessage[] {
  // What goes within the hour is decided already, and stands in the list itself.
  const decided = localAt(now + DECISION_LEAD_MS);
  return applications
    .filter(({ id, number, slug }) => [undefined, id, number, slug].includes(wanted.application))
    .flatMap((stored): PlannedMessage[] => {
      const next = stored.glance.coming.find((each) => isPlanned(each) && isAhead(each, decided));
      if (next?.at === undefined) return [];
      const seats = seatsIn(next.of ?? stored.applicant.id, next.to ?? TO[next.kind]);
      const people = who.holding(seats, stored.id, next.on);
      if (wanted.person !== undefined && !people.some(({ id }) => id === wanted.person)) return [];
      const { id, slug, number } = stored;
      return [
        {
          application: { id, slug, number },
          applicant: stored.applicant.name,
          call: stored.call.shortTitle,
          on: next.on,
          at: next.at,
          ...saidOf(next),
          people: people.map(({ phone: _phone, ...person }) => person),
        },
      ];
    })
    .toSorted((a, b) => `${a.on}T${a.at}`.localeCompare(`${b.on}T${b.at}`));
}

/** A question asks for whatever came, not for the state that it waits in. */
function saidOf({ kind, words, about }: GlanceNext): Pick<PlannedMessage, 'what' | 'about'> {
  if (kind === 'question') return { what: kindInWords('question') };
  return { what: capital(words), about };
}
