import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement, DocumentRequirement } from '#domain/call/requirement.js';
import { ROLES, type Role } from '#domain/people/role.js';
import { askedInVain } from './asked-in-vain.js';

const shipped = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as CallDefinition;
const send = () => shipped('data/calls/send-comuni-2024.v1.json');

test.each([
  'data/calls/send-comuni-2024.v1.json',
  'data/demo/calls/send-demo-2027.v1.json',
  'data/demo/calls/pdnd-demo-2027.v1.json',
])('whoever %s asks may do it', (file) => {
  expect(askedInVain(shipped(file))).toEqual([]);
});

const goAhead = (approver: Role, substitute: Role): ApprovalRequirement => ({
  kind: 'approval',
  id: 'goAhead',
  label: 'via libera',
  order: 'parallel',
  rule: 'all',
  approvers: [approver],
  substitute,
});

const vain = (add: ApprovalRequirement | DocumentRequirement) => {
  const definition = send();
  definition.stages.find((each) => each.id === 'notAdmitted')?.requirements.push(add);
  return askedInVain(definition).map(({ code, at }) => `${code} ${at}`);
};

test('whoever is asked for a go-ahead may give it, a substitute too, but for auditor and DEC', () => {
  for (const role of ROLES) {
    const expected = role === 'auditor' || role === 'dec' ? ['DEF-29 requirement goAhead'] : [];
    expect([role, vain(goAhead(role, 'headOfOffice'))]).toEqual([role, expected]);
    expect([role, vain(goAhead('secretary', role))]).toEqual([role, expected]);
  }
});

test('a paper of a stage of the union is filed by its office, and the president is not asked in vain', () => {
  const paper = (from: Role): DocumentRequirement => ({
    kind: 'document',
    id: 'remedyRequest',
    label: 'istanza di riesame',
    place: 'here',
    from: [from],
    review: false,
  });
  expect(vain(paper('deskOfficer'))).toEqual([]);
  expect(vain(paper('headOfOffice'))).toEqual([]);
  expect(vain(paper('unionPresident'))).toEqual(['DEF-29 requirement remedyRequest']);
});
