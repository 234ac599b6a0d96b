import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { type AskedOf, isOfSame } from '#domain/fact/asked-of.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import { readApprovalId } from './approval-id.js';

export interface ApprovalState {
  complete: boolean;
  /** Roles that still have to answer now; in a sequence only the next one. */
  waitingFor: Role[];
  /** Answers of the running round; a "sent back" opens a new round. */
  answers: FactOf<'approval.answered'>[];
  returned?: FactOf<'approval.answered'>;
}

/**
 * Where an approval of one body stands. Answers name the person; who stands in for an approver is decided when the answer is
 * recorded, where it is given the role it stands for (`approvalId`). A "sent back" opens a
 * new round; once complete an approval stays given, whatever is answered afterwards.
 */
export function approvalState(
  requirement: ApprovalRequirement,
  of: AskedOf,
  facts: readonly Fact[],
  since: Moment,
): ApprovalState {
  const { approvers, order } = requirement;
  const needed = neededOf(requirement);
  const given = new Map<Role, FactOf<'approval.answered'>>();
  let returned: FactOf<'approval.answered'> | undefined;
  for (const fact of ofType(facts, 'approval.answered')) {
    if (given.size >= needed) break;
    const asked = readApprovalId(fact.body.approval);
    if (!isOfSame(fact.body, of) || asked?.requirement !== requirement.id || !approvers.includes(asked.role))
      continue;
    if (textOf(momentOf(fact)) < textOf(since)) continue;
    if (fact.body.verdict === 'given') {
      given.set(asked.role, fact);
    } else {
      given.clear();
      returned = fact;
    }
  }
  const complete = given.size >= needed;
  const open = complete ? [] : approvers.filter((role) => !given.has(role));
  return {
    complete,
    waitingFor: order === 'sequence' ? open.slice(0, 1) : open,
    answers: [...given.values()],
    ...(returned === undefined ? {} : { returned }),
  };
}

function neededOf({ rule, approvers }: ApprovalRequirement): number {
  if (rule === 'all') return approvers.length;
  return rule === 'any' ? 1 : rule.quorum;
}

/** Local moments of one zone compare as text. */
function textOf(moment: Moment): string {
  return `${moment.date}T${moment.time ?? '00:00:00'}`;
}
