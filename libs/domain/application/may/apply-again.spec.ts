import { readFileSync } from 'node:fs';
import type { Actor } from '#domain/access/can.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import { mayApplyAgain } from './apply-again.js';
import { readCase } from '../case/case.js';
import { History } from '../case/made-up-facts.js';

const definition = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

const actorWith = (role: Role): Actor => ({
  person: role,
  union: 'ull',
  unionBody: 'union',
  memberships: [{ body: role === 'deskOfficer' ? 'union' : 'rivello', role }],
});

function againFor(role: Role, facts: readonly Fact[], on: LocalDate) {
  const input = {
    actor: actorWith(role),
    resource: { union: 'ull', bodies: ['rivello'], application: 'a1' },
    applicant: 'rivello',
    definition,
    streams: { call: [], application: facts },
    findings: [],
    now: epochMs(instantAt(on, '10:00')),
  };
  return mayApplyAgain(input, readCase(definition, input.streams));
}

const said = (outcome: 'yes' | 'no') =>
  new History().opened('2024-05-08').milestone('participation', '2024-05-09', { outcome }).facts;

test('after a no the mayor may apply again while the call is open, and the office on behalf', () => {
  expect(againFor('legalRepresentative', said('no'), '2024-06-03')).toEqual({ actingBody: 'rivello' });
  expect(againFor('deskOfficer', said('no'), '2024-06-03')).toEqual({
    actingBody: 'union',
    onBehalfOf: 'rivello',
  });
});

test('nobody applies again while the application runs, after the end of the call, or without the right', () => {
  expect(againFor('legalRepresentative', said('yes'), '2024-06-03')).toBeUndefined();
  expect(againFor('legalRepresentative', said('no'), '2025-06-03')).toBeUndefined();
  expect(againFor('referent', said('no'), '2024-06-03')).toBeUndefined();
});
