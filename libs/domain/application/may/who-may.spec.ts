import type { CallDefinition } from '#domain/call/definition.js';
import { type Actor } from '#domain/access/can.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import { refusedByRole } from './who-may.js';

const definition = {
  interrupts: [],
  stages: [
    {
      id: 'goAhead',
      requirements: [
        {
          kind: 'approval',
          id: 'ok',
          approvers: ['secretary', 'legalRepresentative'],
          substitute: 'accounts',
        },
      ],
    },
  ],
} as unknown as CallDefinition;

const answer = (approval: string): NewFact => ({
  type: 'approval.answered',
  legalDate: '2027-03-24',
  legalSource: 'received',
  channel: 'web',
  body: { approval, person: 'p', verdict: 'given' },
});

function gives(role: Role, approval: string, body = 'rivello'): string {
  const actor: Actor = {
    person: 'p',
    union: 'u',
    unionBody: 'union',
    memberships: [{ body, role }],
  };
  return refusedByRole(answer(approval), definition, actor, { actingBody: body })?.code ?? 'may';
}

test.each([
  ['secretary', 'ok/secretary', 'may'],
  ['legalRepresentative', 'ok/legalRepresentative', 'may'],
  ['referent', 'ok/secretary', 'RUOLO-02'],
  ['secretary', 'ok/legalRepresentative', 'RUOLO-02'],
  ['accounts', 'ok/secretary', 'may'],
] as const)('a go-ahead is its own: %s answers %s: %s', (role, approval, expected) => {
  expect(gives(role, approval)).toBe(expected);
});

test('a go-ahead is given by nobody for another, also not by the office', () => {
  expect(gives('headOfOffice', 'ok/secretary', 'union')).toBe('RUOLO-02');
});
