import type { ApplicationLine } from '#contracts/desk.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { shownTerm, signOf } from '#domain/desk/sign.js';
import type { StoredApplication } from '../ports/desk-queries.js';
import type { Who } from './who.js';

/** An application as a line of a list, on a day. */
export function applicationLine(stored: StoredApplication, who: Who, today: LocalDate): ApplicationLine {
  const { glance, call } = stored;
  const term = shownTerm(glance);
  // A day that the office gives itself is no official end.
  const official = term?.official === true ? term : undefined;
  const { id, number, slug, title, shortTitle, measure } = call;
  return {
    id: stored.id,
    number: stored.number,
    slug: stored.slug,
    call: { id, number, slug, title, shortTitle, measure },
    applicant: stored.applicant,
    participants: stored.participants,
    amountCents: glance.amount.cents,
    amountWord: glance.amount.word,
    stage: stored.stage,
    label: stored.label,
    sign: signOf(glance, today),
    overlays: glance.overlays,
    ended: stored.ended,
    party: glance.party,
    upTo: stored.upTo,
    who: glance.party === 'funder' ? [] : who.behind(glance.roles, stored),
    workBy: term?.safeEnd ?? null,
    end: official?.end ?? null,
    cutOff: official?.cutOff ?? null,
    missing: glance.asked.filter((each) => each.ours).map((each) => each.label),
    sentence: glance.sentence,
    cup: stored.cup,
    updating: stored.updating,
  };
}
