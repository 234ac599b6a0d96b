import type { Party } from '#domain/call/definition.js';
import { type Fact, laterOf, type Moment, momentOf } from '#domain/fact/fact.js';
import { roleInWords } from '#domain/people/role-words.js';
import { DESK, isAmong, rolesOf, type Seat, seatsIn } from '#domain/people/seat.js';
import type { Case } from './case.js';

const PARTY = { comune: 'Comune', union: 'Unione', none: '—' } as const;

/** Whose turn it is, by their seats, since when, and the fact that made it so, where one alone did. */
export interface Turn {
  party: Party;
  seats: readonly Seat[];
  since: Moment;
  by?: Fact;
}

/** An open interrupt comes before the stage; a wish to talk and papers in review are the office's. */
export function turnOf(theCase: Case): Turn {
  const { stage, needs, talk, ended, since } = theCase;
  const { applicant } = theCase.application;
  const interrupt = theCase.open.at(-1);
  if (ended) return { party: 'none', seats: [], since };
  if (interrupt !== undefined) {
    const { party, actors } = interrupt.definition;
    return {
      party,
      seats: seatsIn(applicant, actors),
      since: momentOf(interrupt.opened),
      by: interrupt.opened,
    };
  }
  if (talk !== undefined) return { party: 'union', seats: DESK, since: talk.at };
  if (isReviewed(theCase)) {
    const filed = needs.map((each) => each.since ?? since).reduce(laterOf, since);
    return { party: 'union', seats: DESK, since: filed };
  }
  const { resend } = theCase;
  // What was done while the term was over was somebody else's turn, until it opened again.
  if (resend !== undefined)
    return { party: stage.party, seats: seatsNow(theCase), since: { date: resend.opens } };
  return { party: stage.party, seats: seatsNow(theCase), since, ...enteredBy(theCase) };
}

/**
 * Of the stage's seats those that can do what is still missing, then those of other bodies that owe something; where
 * there are none, all of the stage's.
 */
function seatsNow({ application: { applicant }, stage, missing }: Case): readonly Seat[] {
  const actors = seatsIn(applicant, stage.actors);
  const open = missing.flatMap(({ upTo }) => upTo);
  const able = actors.filter((seat) => isAmong(open, seat));
  const elsewhere = open.filter(
    (seat, n) => seat.body !== undefined && seat.body !== applicant && !isAmong(open.slice(0, n), seat),
  );
  const now = [...able, ...elsewhere];
  return now.length > 0 ? now : actors;
}

/** All that the stage asks for is there, and the office has not looked at it yet. */
export function isReviewed({ open, talk, needs, ended }: Case): boolean {
  if (ended || open.length > 0 || talk !== undefined) return false;
  return needs.length > 0 && needs.every((each) => each.status === 'inReview');
}

/** "Tocca a", as people say it. */
export function upToInWords(theCase: Case): string {
  const { funder, stage, open } = theCase;
  const { party, seats } = turnOf(theCase);
  if (party === 'funder') return funder;
  // A supplier or the Giunta has no role here, and people say all the same that it is up to them.
  if (party === 'comune' && open.length === 0 && stage.upTo !== undefined) return stage.upTo;
  return party === 'comune' ? rolesOf(seats).map(roleInWords).join(', ') || PARTY.comune : PARTY[party];
}

/** The body that is waited for: the applicant by its name, the others as people call them. */
export function waitedFor(theCase: Case, applicant: string): string {
  const { party } = turnOf(theCase);
  if (party === 'comune') return applicant;
  return party === 'funder' ? theCase.funder : PARTY[party];
}

/** The act that ended the stage before, at the very moment at which this one began. */
function enteredBy({ path, since }: Case): { by?: Fact } {
  const by = path
    .at(-2)
    ?.by.findLast((fact) => fact.legalDate === since.date && fact.legalTime === since.time);
  return by === undefined ? {} : { by };
}
