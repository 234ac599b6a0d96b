import { FINDING } from '#domain/application/case/findings.js';
import { withArticle } from '#domain/italian/article.js';
import { roleInWords } from '#domain/people/role-words.js';
import { DESK, type Seat, seatsIn } from '#domain/people/seat.js';
import type { Asked, Glance } from './glance.js';

/** Sent without a paper that had to exist by then, or while the call was closed. */
export function risksExclusion({ outcome, asked, resend }: Glance): boolean {
  return outcome === 'running' && (resend === true || asked.some(isFatal));
}

/** Something about an act is to be cleared up. */
export function isToClear({ outcome, findings = [] }: Glance): boolean {
  return outcome === 'running' && findings.length > 0;
}

/**
 * What a line says before anything that is missing: what may cost the application, else what is to be cleared up about an
 * act; undefined where there is nothing of the kind.
 */
export function attentionInWords(glance: Glance): string | undefined {
  if (risksExclusion(glance)) return exclusionInWords(glance);
  const [finding] = isToClear(glance) ? (glance.findings ?? []) : [];
  return finding === undefined ? undefined : `Da chiarire: ${FINDING[finding.code]}`;
}

function exclusionInWords(glance: Glance): string {
  const [first, ...others] = fatalOf(glance);
  if (first === undefined) return 'Rischia l’esclusione: è stata inviata mentre l’avviso era chiuso';
  const what = withArticle(first.label) ?? first.label;
  if (first.status === 'inReview') return `Rischia l’esclusione: è da controllare ${what}`;
  const more =
    others.length === 0 ? '' : others.length === 1 ? ' e un altro atto' : ` e altri ${others.length} atti`;
  return `Rischia l’esclusione: serve ${what}${more}`;
}

/**
 * Whose turn it is as a list says it. While a paper may cost the application, those who owe it, or the office that must
 * look at it: whoever is waited for officially cannot mend it. `upTo`: the case's own words.
 */
export function turnInList(
  { applicant, glance, upTo }: { applicant: { id: string }; glance: Glance; upTo: string },
  now: readonly Seat[],
): { upTo: string; seats: readonly Seat[] } {
  const [first] = risksExclusion(glance) ? fatalOf(glance) : [];
  if (first === undefined) return { upTo, seats: glance.party === 'funder' ? [] : now };
  if (first.status === 'inReview') return { upTo: 'Unione', seats: DESK };
  return {
    upTo: first.upTo.map(roleInWords).join(', '),
    seats: seatsIn(first.of ?? applicant.id, first.upTo),
  };
}

/** What may cost the application, what is to be brought before what waits to be looked at. */
function fatalOf({ asked }: Glance): Asked[] {
  const fatal = asked.filter(isFatal);
  const isThere = ({ status }: Asked) => status === 'inReview';
  return [...fatal.filter((each) => !isThere(each)), ...fatal.filter(isThere)];
}

const isFatal = (each: Asked) => each.fatal === true;
