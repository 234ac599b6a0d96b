import type { CallDefinition } from '#domain/call/definition.js';
import type { Role } from '#domain/people/role.js';
import { hoursOf } from '#domain/post/addressee.js';
import { rolesOf } from '#domain/people/seat.js';
import type { History } from '../case/made-up-facts.js';
import type { Fact } from '#domain/fact/fact.js';
import type { DecideInput, Decisions } from './decision.js';

/** People that are roles are written to at the hours of these. */
export const atHoursOf: DecideInput['writtenTo'] = (role) => ({
  ...hoursOf([role as Role]),
  isClosed: () => false,
});

/** What a decision is made of, for specs: one application whose people are named by their roles, told nothing yet. */
export function madeUpInput(
  definition: CallDefinition,
  { facts }: History,
  now: number,
  more: Partial<DecideInput> = {},
): DecideInput {
  return {
    application: 'app',
    definition,
    streams: { call: [], application: facts },
    told: [],
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
    ...more,
  };
}

/** A history with what was decided of it put on record, numbered on. */
export function recorded(facts: readonly Fact[], { facts: due }: Decisions, now: number): Fact[] {
  const next = facts.length + 1;
  return [
    ...facts,
    ...due.map((fact, n) => {
      const recordedAt = new Date(now).toISOString();
      return { ...fact, id: `fact-${next + n}`, seq: next + n, recordedAt } as Fact;
    }),
  ];
}
