import type { ApprovalRequirement } from '#domain/call/definition.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';

export interface ApprovalState {
  complete: boolean;
  /** Roles that still have to answer now; in a sequence only the next one. */
  waitingFor: Role[];
  /** Answers of the running round; a "sent back" opens a new round. */
  answers: FactOf<'approval.answered'>[];
  returned?: FactOf<'approval.answered'>;
}

/**
 * Where an approval stands. Answers name the person; `onBehalfOf`-like substitution is decided when the answer is
 * recorded, where it is given the role it stands for (`body.approval` = "<requirement>/<role>").
 */
export function approvalState(
  requirement: ApprovalRequirement,
  facts: readonly Fact[],
  since: Moment,
): ApprovalState {
  const key = (m: Moment) => `${m.date}T${m.time ?? '00:00:00'}`;
  const all = ofType(facts, 'approval.answered').filter(
    (f) => f.body.approval.split('/')[0] === requirement.id && key(momentOf(f)) >= key(since),
  );
  const lastReturn = all.findLastIndex((f) => f.body.verdict === 'returned');
  const answers = all.slice(lastReturn + 1);
  const given = new Set(answers.map((f) => f.body.approval.split('/')[1]));
  const open = requirement.approvers.filter((role) => !given.has(role));
  const needed =
    requirement.rule === 'all'
      ? requirement.approvers.length
      : requirement.rule === 'any'
        ? 1
        : requirement.rule.quorum;
  const complete = given.size >= needed;
  const waitingFor = complete ? [] : requirement.order === 'sequence' ? open.slice(0, 1) : open;
  const returned = all[lastReturn];
  return { complete, waitingFor, answers, ...(returned === undefined ? {} : { returned }) };
}
