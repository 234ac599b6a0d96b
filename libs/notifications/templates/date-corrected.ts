import { addDays } from '#domain/calendar/local-date.js';
import { paragraph, strong } from '../content/blocks.js';
import { day, dayOfMonth, il } from '../content/italian.js';
import type { DateCorrectedItem, MailView } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { workBy } from './work-by.js';

/** We told a wrong date: say so, with the right one, and excuse ourselves. */
export const dateCorrected: Template<DateCorrectedItem> = {
  subject: (item, view) => {
    const right = il(dayOfMonth(item.end, view.now));
    return [
      `Correzione: la data giusta per ${titleOf(item)} è ${right}`,
      `Correzione: la data giusta per ${item.comune} è ${right}`,
      `Correzione: la data giusta è ${right}`,
    ];
  },
  body: (item, view) => [
    paragraph(
      `${when(item, view)} ${view.to.formal ? 'Le' : 'ti'} abbiamo scritto una data sbagliata per ${item.comune}, ${item.call} (${dayOfMonth(item.wrong, view.now)}). Quella giusta è `,
      strong(day(item.end, view.now)),
      '.',
    ),
    ...(item.workBy === item.end ? [] : [paragraph(...workBy(item, view))]),
    paragraph(
      item.reason === undefined ? "L'errore è nostro. " : `L'errore è nostro: ${item.reason}. `,
      view.to.formal ? 'Ci scusi.' : 'Scusaci.',
    ),
  ],
  button: () => 'Vedi le date giuste',
  answers: false,
};

function when({ toldOn }: DateCorrectedItem, { now }: MailView): string {
  if (toldOn === undefined) return 'nei giorni scorsi';
  if (toldOn === now) return 'oggi';
  return toldOn === addDays(now, -1) ? 'ieri' : day(toldOn, now);
}
