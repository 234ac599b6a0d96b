import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { type Block, paragraph, strong } from '../content/blocks.js';
import { day, dayOfMonth, il } from '../content/italian.js';
import type { DateCorrectedItem, MailView } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { workBy } from './work-by.js';

/** We told a wrong date: say so, with the right one, and excuse ourselves. */
export const dateCorrected: Template<DateCorrectedItem> = {
  subject: (item, view) => {
    if (item.end === undefined) {
      const wrong = il(dayOfMonth(item.wrong, view.now));
      return [
        `Correzione: per ${titleOf(item)} ${wrong} non vale più`,
        `Correzione: per ${item.comune} ${wrong} non vale più`,
      ];
    }
    const right = il(dayOfMonth(item.end, view.now));
    return [
      `Correzione: la data giusta per ${titleOf(item)} è ${right}`,
      `Correzione: la data giusta per ${item.comune} è ${right}`,
      `Correzione: la data giusta è ${right}`,
    ];
  },
  body: (item, view) => [
    ...(item.end === undefined ? gone(item, view) : rightDate(item, item.end, view)),
    paragraph(
      item.reason === undefined ? "L'errore è nostro. " : `L'errore è nostro: ${item.reason}. `,
      view.to.formal ? 'Ci scusi.' : 'Scusaci.',
    ),
  ],
  button: () => 'Vedi le date giuste',
  answers: false,
};

function told(item: DateCorrectedItem, view: MailView): string {
  return `${when(item, view)} ${view.to.formal ? 'Le' : 'ti'} abbiamo scritto una data sbagliata per ${item.comune}, ${item.call} (${dayOfMonth(item.wrong, view.now)}).`;
}

function rightDate(item: DateCorrectedItem, end: LocalDate, view: MailView): Block[] {
  const { workBy: by = end } = item;
  return [
    paragraph(`${told(item, view)} Quella giusta è `, strong(day(end, view.now)), '.'),
    ...(by === end ? [] : [paragraph(...workBy({ ...item, workBy: by, end }, view))]),
  ];
}

/** What had started the term was put on record by mistake. */
function gone(item: DateCorrectedItem, view: MailView): Block[] {
  const later = view.to.formal ? 'Le scriviamo' : 'ti scriviamo';
  return [
    paragraph(
      `${told(item, view)} `,
      strong('Quella data non vale più'),
      `: adesso non c'è nessun termine. Quando ce n'è uno ${later}.`,
    ),
  ];
}

function when({ toldOn }: DateCorrectedItem, { now }: MailView): string {
  if (toldOn === undefined) return 'nei giorni scorsi';
  if (toldOn === now) return 'oggi';
  return toldOn === addDays(now, -1) ? 'ieri' : day(toldOn, now);
}
