import type { ApplicationLine } from '#contracts/desk.js';
import { passedInWords } from '#domain/application/explain/end-words.js';
import { withNext } from '#domain/application/explain/explain.js';
import { isAhead } from '#domain/application/explain/next-words.js';
import type { LocalMoment } from '#domain/calendar/local-date.js';
import { attentionInWords, turnInList } from '#domain/desk/attention.js';
import { isToSign, seatsNow } from '#domain/desk/glance.js';
import { shownTerm, signOf } from '#domain/desk/sign.js';
import type { StoredApplication } from '../ports/desk-queries.js';
import type { Who } from '#domain/desk/who.js';

/** "Perché aspetta?" as it reads at that moment: of what was to come, the first that still lies ahead. */
function whyInWords(glance: StoredApplication['glance'], now: LocalMoment): string {
  const { sentence, coming, outcome } = glance;
  const next = coming.find((each) => isAhead(each, now));
  const term = shownTerm(glance);
  const passed =
    outcome === 'running' && term?.status === 'running' ? passedInWords(term, now.date) : undefined;
  const why = passed === undefined ? sentence : `${sentence} ${passed}`;
  return withNext(why, next, { since: now.date, today: now.date });
}

/** An application as a line of a list, at a moment. */
export function applicationLine(stored: StoredApplication, who: Who, now: LocalMoment): ApplicationLine {
  const today = now.date;
  const { glance, call } = stored;
  const term = shownTerm(glance);
  // A day that the office gives itself is no official end.
  const official = term?.official === true ? term : undefined;
  const turn = turnInList(stored, seatsNow(stored));
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
    upTo: turn.upTo,
    who: who.behind(turn.seats, stored.id),
    workBy: term?.safeEnd ?? null,
    end: official?.end ?? null,
    cutOff: official?.cutOff ?? null,
    attention: attentionInWords(glance) ?? null,
    missing: glance.asked
      // What waits to be looked at is there.
      .filter((each) => (each.ours || each.owed === true) && each.status !== 'inReview')
      .map((each) => each.label),
    toSign: isToSign(glance),
    sentence: whyInWords(glance, now),
    cup: stored.cup,
    updating: stored.updating,
  };
}
