import type { Moment } from '#domain/fact/fact.js';
import { missingInWords } from './awaited-words.js';
import { type Case, nextEnd } from '../case/case.js';
import { endInWords } from './end-words.js';

/** What goes on beside the latest interrupt: the other interrupts, and the stage while its clock runs. */
export function meanwhile(theCase: Case, since: Moment): string[] {
  const { open, stage, terms } = theCase;
  if (open.length === 0) return [];
  const latest = open.at(-1)?.definition;
  const definitions = new Set(open.map((each) => each.definition).filter((each) => each !== latest));
  const others = [...definitions].map(({ id, label, term }) => ({
    label,
    missing: theCase.missing.filter((each) => each.interrupt === id),
    term: nextEnd(terms.filter((each) => each.id === term?.id)),
  }));
  const own = new Set(open.map((each) => each.definition.term?.id));
  // Nobody can hasten what only elapses.
  const elapsing = new Set(terms.filter((each) => each.onLapse === 'elapses').map((each) => each.meets));
  const inStage = theCase.missing.filter(
    (each) => each.interrupt === undefined && !elapsing.has(each.requirement.id),
  );
  const stageTerm = nextEnd(terms.filter((each) => !own.has(each.id) && each.onLapse !== 'elapses'));
  return [...others, { label: stage.label, missing: inStage, term: stageTerm }]
    .filter((each) => each.missing.length > 0)
    .flatMap((each) => {
      const words = missingInWords(each.missing).join(' ');
      return [
        `Intanto, per «${each.label}» ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        ...(each.term === undefined ? [] : [endInWords(each.term, since)]),
      ];
    });
}
