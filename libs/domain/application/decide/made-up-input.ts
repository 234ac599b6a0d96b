import type { CallDefinition } from '#domain/call/definition.js';
import { rolesOf } from '#domain/people/seat.js';
import type { History } from '../case/made-up-facts.js';
import type { DecideInput } from './decision.js';

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
    isClosed: () => false,
    now,
    ...more,
  };
}
