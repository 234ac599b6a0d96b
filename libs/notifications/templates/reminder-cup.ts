import { theMany } from '#domain/italian/article.js';
import { euroInWords } from '#domain/money/money.js';
import { type Block, type Inline, paragraph, steps, strong } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { day } from '../content/italian.js';
import type { MailView, ReminderItem } from '../mail-view.js';
import { say } from './template.js';
import { workBy } from './work-by.js';

/** The CUP has five days from the PEC of admission; entering it on the platform is what accepts the grant. */
export function cupWords(item: ReminderItem, view: MailView): Block[] {
  const { amountCents } = item;
  const grant = amountCents === undefined ? 'il finanziamento' : theMany(euroInWords(amountCents));
  return [
    paragraph(
      `la candidatura di ${item.comune} è stata `,
      strong(item.again === true ? 'rimessa nei termini' : 'ammessa'),
      `${notice(item, view)}. Per accettare ${grant} manca un solo passo: inserire il CUP sulla piattaforma.`,
    ),
    paragraph(...workBy(item, view), ' Dopo, il finanziamento si perde.'),
    steps([ask(item, view), check(view), enter(view)]),
    paragraph('Di solito bastano 15 minuti.'),
  ];
}

function notice(item: ReminderItem, view: MailView): string {
  if (item.notice === undefined) return '';
  const hour = item.notice.time === undefined ? '' : ` ${atHour(item.notice.time)}`;
  return ` (PEC arrivata ${day(item.notice.date, view.now)}${hour})`;
}

function ask(item: ReminderItem, view: MailView): Inline[] {
  return [
    say(view, 'Chiedi il CUP sul Sistema CUP con il ', 'Chieda il CUP sul Sistema CUP con il '),
    ...(item.cupTemplate === undefined
      ? ["template indicato nell'avviso"]
      : [strong(`template ${item.cupTemplate}`)]),
    view.links === undefined ? '.' : ' (i dati da copiare sono nella pagina).',
  ];
}

function check(view: MailView): Inline[] {
  const why = ': controlliamo subito che sia giusto.';
  if (view.links === undefined) {
    return [say(view, 'Mandacelo', 'Ce lo mandi'), ` rispondendo a questa e-mail${why}`];
  }
  return [say(view, 'Scrivilo in Capofila', 'Lo scriva in Capofila'), why];
}

function enter(view: MailView): Inline[] {
  const where = say(view, 'Inseriscilo su PA digitale 2026 e ', 'Lo inserisca su PA digitale 2026 e ');
  if (view.links === undefined) return [where, say(view, 'mandaci', 'ci mandi'), ' la schermata.'];
  return [where, say(view, 'carica', 'carichi'), ' qui la schermata.'];
}
