import type { Agreement, ClosedPeriod, RegisteredBody, Residents } from '#contracts/registry.js';
import { withArticle, yearDayInWords } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.comuni;

/** The newest count. */
export function newestResidents({ residents }: RegisteredBody): Residents | undefined {
  return residents.toSorted((a, b) => b.on.localeCompare(a.on))[0];
}

/** "5.138 al 1° gennaio 2022" */
export function residentsInWords({ count, on }: Residents): string {
  return say.residentsOn(count.toLocaleString('it-IT', { useGrouping: 'always' }), withArticle('al', on));
}

export function agreementInWords({ function: what, from, to }: Agreement): string {
  return say.agreement(
    say.functions[what] ?? what,
    withArticle('dal', from),
    to === undefined ? undefined : withArticle('al', to),
  );
}

export function periodInWords({ from, to }: ClosedPeriod): string {
  return say.period(yearDayInWords(from), yearDayInWords(to));
}
