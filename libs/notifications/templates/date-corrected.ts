import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { type Block, paragraph, strong } from '../content/blocks.js';
import { theDay } from '#domain/italian/article.js';
import { day, dayOfMonth } from '../content/italian.js';
import type { DateCorrectedItem, MailView } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { officialEnd, workBy } from './work-by.js';

/** We told a wrong date: say so, with the right one, and excuse ourselves. */
export const dateCorrected: Template<DateCorrectedItem> = {
  subject: (item, view) => {
    if (item.right === undefined) {
      const wrong = theDay(dayOfMonth(item.wrong, view.now));
      return [
        `Correzione: per ${titleOf(item)} ${wrong} non vale più`,
        `Correzione: per ${item.comune} ${wrong} non vale più`,
      ];
    }
    const right = theDay(dayOfMonth(item.right, view.now));
    return [
      `Correzione: la data giusta per ${titleOf(item)} è ${right}`,
      `Correzione: la data giusta per ${item.comune} è ${right}`,
      `Correzione: la data giusta è ${right}`,
    ];
  },
  body: (item, view) => [
    ...(item.right === undefined ? gone(item, view) : rightDate(item, item.right, view)),
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

function rightDate(item: DateCorrectedItem, right: LocalDate, view: MailView): Block[] {
  const { workBy: by = right, end } = item;
  const official =
    right === by && end !== undefined && end !== by
      ? ` ${officialEnd({ workBy: by, end, ...cutOff(item) }, view)}`
      : '';
  return [
    paragraph(`${told(item, view)} Quella giusta è `, strong(day(right, view.now)), `.${official}`),
    // Only the official end was wrong: the day to work by stays, and is said again.
    ...(right === by ? [] : [paragraph(...workBy({ workBy: by, end: right, ...cutOff(item) }, view))]),
  ];
}

function cutOff({ cutOff: hour }: DateCorrectedItem): { cutOff?: string } {
  return hour === undefined ? {} : { cutOff: hour };
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
