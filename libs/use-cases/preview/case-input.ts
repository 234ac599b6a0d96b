import type { DecideInput } from '#domain/application/decide/decide.js';
import { holdersOf } from '#domain/people/assignment.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { isoInstant } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { CaseFile } from '../ports/case-files.js';

/** Whom messages go to, as the record finds them. */
export function recipientsOf({ people }: Pick<CaseFile, 'people'>): DecideInput['recipients'] {
  return (seats, on) => holdersOf(people, seats, on);
}

/** What `decide` is asked of a file. */
export function decideInput(file: CaseFile, now: number): DecideInput {
  return {
    application: file.id,
    definition: file.definition,
    streams: file.streams,
    told: file.told,
    recipients: recipientsOf(file),
    writtenTo: (person, on) => addresseeOf(person, on, file.post),
    isClosed: file.isClosed,
    cupUses: file.cupUses,
    now,
  };
}

/** A stream with one more fact at its end, as if it were on record now. */
export function withFact(facts: readonly Fact[], fact: NewFact, now: number): Fact[] {
  return [...facts, { ...fact, id: 'preview', seq: facts.length + 1, recordedAt: isoInstant(now) } as Fact];
}
