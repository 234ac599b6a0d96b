import { isRole, type Role } from '#domain/people/role.js';

/** What an answer answers: a go-ahead, and the role that it is given for. */
export interface AskedApproval {
  requirement: string;
  role: Role;
}

/** "goAhead/secretary", as `approval.answered` names it. */
export function approvalId({ requirement, role }: AskedApproval): string {
  return `${requirement}/${role}`;
}

/** The parts of an `approvalId`; none when it is not one, which a request may well send. */
export function readApprovalId(id: string): AskedApproval | undefined {
  const [requirement = '', role = '', ...rest] = id.split('/');
  return requirement !== '' && isRole(role) && rest.length === 0 ? { requirement, role } : undefined;
}
