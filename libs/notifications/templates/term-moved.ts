import { daysBetween } from '#domain/calendar/local-date.js';
import { paragraph, strong } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { theAct, theDay, to } from '#domain/italian/article.js';
import { inSentence } from '#domain/italian/sentence.js';
import { day, dayOfMonth, sameMonthDay } from '../content/italian.js';
import type { TermMovedItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** Days of peace below which "you need not do anything now" would be false. */
const PEACE_DAYS = 7;

/** An act moved the term: old and new date, once to everybody who had the old one. */
export const termMoved: Template<TermMovedItem> = {
  subject: (item, view) => {
    const name = nameOf(item);
    const fresh = dayOfMonth(item.end, view.now);
    const old = ` (era ${theDay(sameMonthDay(item.oldEnd, item.end, view.now))})`;
    const moved = {
      extension: item.term === undefined ? `prorogato ${to(theDay(fresh))}` : `entro ${theDay(fresh)}`,
      reopening: `di nuovo aperto fino ${to(theDay(fresh))}`,
      suspension: `termine sospeso, ora ${theDay(fresh)}`,
    }[item.move];
    return [`${name} ${moved}${old}`, `${name} ${moved}`];
  },
  body: (item, view) => {
    const end = strong(`${day(item.end, view.now)} ${atHour(item.cutOff ?? '23:59')}`);
    const read = item.readOn === view.now ? 'oggi' : day(item.readOn, view.now);
    // Whoever has something to do reads it in the page behind the button: "nothing to do" would deny it.
    const peace = item.asked !== true && daysBetween(view.now, item.workBy) >= PEACE_DAYS;
    const [yours, nothing] = view.to.formal
      ? ['avete già caricato', ' Non deve fare niente adesso.']
      : ['hai già caricato', ' Non devi fare niente adesso.'];
    return [
      paragraph(
        `${change(item)} `,
        end,
        ` (prima: ${dayOfMonth(item.oldEnd, view.now)}). Lo dice ${theAct(item.act)}, che abbiamo letto ${read}.`,
      ),
      ...(item.workBy === item.end
        ? []
        : [
            paragraph(
              `Per ${item.comune} la data di lavoro passa `,
              strong(to(theDay(dayOfMonth(item.workBy, view.now)))),
              item.room === undefined ? '.' : `: così restano ${item.room}.`,
            ),
          ]),
      paragraph(`Quello che ${yours} vale.`, peace ? nothing : ''),
    ];
  },
  button: () => 'Vedi le nuove date',
  answers: false,
};

function nameOf(item: TermMovedItem): string {
  if (item.move === 'suspension') return `${titleOf(item)}:`;
  return item.term === undefined ? item.call : `${titleOf(item)}: ${inSentence(item.term)}`;
}

function change(item: TermMovedItem): string {
  const what =
    item.term === undefined ? `l'avviso ${item.call}` : `il termine «${item.term}» di ${item.call}`;
  const closes = item.term === undefined ? 'chiude' : 'scade';
  return {
    extension: `buone notizie: ${what} ${closes}`,
    reopening: `buone notizie: ${what} è di nuovo aperto e ${closes}`,
    suspension: `${what} è stato sospeso. La nuova data è`,
  }[item.move];
}
