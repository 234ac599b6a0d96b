import type { ApplicationLine } from '#contracts/desk.js';
import type { Desk } from '../../api/queries/me.js';
import { words } from '../../words/index.js';

/** One step: where it is, what it points at (`data-tour`), what it says. */
export interface TourStep {
  href: string;
  points: string;
  says: string;
}

const say = words.tour;

/**
 * The tour of a desk: five steps for the office, two for a comune.
 *
 * @param first what the office's first page shows first; without it the steps that need a case are left out.
 */
export function tourSteps(desk: Desk, first: ApplicationLine | undefined): TourStep[] {
  if (desk === 'comune') {
    return [
      { href: '/attivita', points: 'tasks', says: say.comune.tasks },
      { href: '/attivita', points: 'quick', says: say.comune.cannot },
    ];
  }
  if (desk !== 'office') return [];
  const page = first === undefined ? undefined : `/candidature/${first.slug}`;
  return [
    { href: '/oggi', points: 'today', says: say.office.today },
    ...(page === undefined
      ? []
      : [{ href: page, points: 'why', says: say.office.why(first?.applicant.name ?? '') }]),
    { href: '/oggi', points: 'register', says: say.office.register },
    { href: '/quadro', points: 'board', says: say.office.board },
    ...(page === undefined
      ? []
      : [{ href: `${page}?scheda=e-se`, points: 'what-if', says: say.office.whatIf }]),
  ];
}
