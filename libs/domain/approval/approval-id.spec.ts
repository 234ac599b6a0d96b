import { ROLES } from '#domain/people/role.js';
import { approvalId, readApprovalId } from './approval-id.js';

test.each(ROLES)('a go-ahead asked of %s is read back from its id', (role) => {
  const asked = { requirement: 'go-ahead2', role };
  expect(readApprovalId(approvalId(asked))).toEqual(asked);
});

test.each(['', 'goAhead', 'goAhead/', '/secretary', 'goAhead/nobody', 'goAhead/secretary/x'])(
  '%j names no go-ahead',
  (id) => {
    expect(readApprovalId(id)).toBeUndefined();
  },
);
