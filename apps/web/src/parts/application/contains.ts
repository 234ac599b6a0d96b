import type { ApplicationLine } from '#contracts/desk.js';

/** Without capitals and accents, as people type when they search. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether a text has every word that was typed, wherever. */
export function hasWords(text: string, typed: string): boolean {
  const all = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Whether a line has every word that was typed. */
export function contains(line: ApplicationLine, typed: string): boolean {
  return hasWords(
    [
      line.applicant.name,
      line.call.title,
      line.call.shortTitle,
      line.call.measure,
      line.number,
      line.cup ?? '',
      line.label,
      line.upTo,
      ...line.overlays,
      ...line.who.map((each) => each.name),
    ].join(' '),
    typed,
  );
}
