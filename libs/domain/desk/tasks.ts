import { type AskedOf, isOfSame } from '#domain/fact/asked-of.js';
import { isUnionRole, type Role } from '#domain/people/role.js';
import type { Asked, Glance, GlanceTerm } from './glance.js';

/** Something that a person must do, with the term by which it is done. */
export interface PersonalTask {
  asked: Asked;
  term?: GlanceTerm;
  /** What the person has answered about it. */
  answered?: 'done' | 'cannot' | 'notMine';
}

/**
 * What a person with these roles in a body must do in a case: what is asked of one of the roles and is not with the
 * office. A role of the union is asked only where no role of the comune is, or where it is the union's turn: the office's
 * own list is the first page, and what it may do for a comune is no task of its own.
 * @param of whose things; absent: of whichever body, for the union.
 */
export function tasksOf(
  glance: Glance,
  roles: readonly Role[],
  person: string,
  of?: AskedOf,
): PersonalTask[] {
  if (glance.outcome !== 'running') return [];
  return glance.asked
    .filter(({ ours, owed, status }) => (ours || owed === true) && status !== 'inReview')
    .filter((asked) => of === undefined || isOfSame(asked, of))
    .filter(({ upTo }) => {
      const own = upTo.filter((role) => roles.includes(role));
      if (own.some((role) => !isUnionRole(role))) return true;
      return own.length > 0 && (upTo.every(isUnionRole) || own.some((role) => glance.roles.includes(role)));
    })
    .map((asked) => {
      const term = termOf(asked, glance);
      const answered = glance.answers.findLast(
        (each) =>
          each.person === person &&
          isOfSame(each, asked) &&
          (each.requirement === undefined
            ? each.term !== undefined && each.term === term?.id
            : each.requirement === asked.requirement),
      )?.answer;
      return {
        asked,
        ...(term === undefined ? {} : { term }),
        ...(answered === undefined ? {} : { answered }),
      };
    });
}

/**
 * The term that the very thing meets, or else the earliest of its stage or interrupt; what is still owed has none. A term
 * whose own thing lies with the office presses nobody for what goes beside it.
 */
function termOf({ requirement, interrupt, owed }: Asked, { terms, asked }: Glance): GlanceTerm | undefined {
  if (owed === true) return undefined;
  const own = terms
    .filter((each) => each.ours && each.interrupt === interrupt && each.status !== 'suspended')
    .toSorted((a, b) => a.safeEnd.localeCompare(b.safeEnd));
  const lies = ({ meets }: GlanceTerm) =>
    asked.some(
      (each) => each.requirement === meets && each.interrupt === interrupt && each.status === 'inReview',
    );
  return own.find((each) => each.meets === requirement) ?? own.find((each) => !lies(each));
}
