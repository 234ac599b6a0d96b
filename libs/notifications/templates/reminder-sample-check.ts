import { type Block, bullets, type Inline, paragraph, strong } from '../content/blocks.js';
import { capital } from '#domain/italian/sentence.js';
import { count, day } from '../content/italian.js';
import type { MailView, ReminderItem } from '../mail-view.js';
import { say } from './template.js';
import { missingLine, workBy } from './work-by.js';

const SENDING = "i documenti ci sono tutti: resta l'invio, sulla piattaforma e per PEC.";

/** The sample check on papers: twenty working days from the PEC, answered by upload and by PEC. */
export function sampleCheckWords(item: ReminderItem, view: MailView): Block[] {
  return [
    paragraph(...situation(item, view)),
    ...(item.missing.length === 0 ? [] : [bullets(item.missing.map((thing) => missingLine(thing, view)))]),
    paragraph(
      ...workBy(item, view),
      ` Oltre al caricamento serve anche la PEC con oggetto «Controllo a campione LS — CUP ${item.cup ?? '…'}».`,
    ),
    paragraph(
      say(view, 'Se qualcuno è in ferie, dillo subito.', 'Se qualcuno è in ferie, ce lo dica subito.'),
    ),
  ];
}

function situation(item: ReminderItem, view: MailView): Inline[] {
  const n = item.missing.length;
  // On its own day the PEC is news, also where the mail says already who is told next.
  if (item.tone > 1 && item.notice?.date !== view.now) {
    const lacking = n === 0 ? SENDING : n === 1 ? 'manca un documento:' : `mancano ${count(n)} documenti:`;
    return [`per il controllo a campione su ${item.call} di ${item.comune} ${lacking}`];
  }
  const { notice } = item;
  const when =
    notice === undefined ? '' : `${notice.date === view.now ? 'oggi' : day(notice.date, view.now)} `;
  const ready = (item.papersInAll ?? 0) - n;
  const there =
    ready === 1
      ? `Un documento su ${item.papersInAll} c'è già.`
      : `${ready} documenti su ${item.papersInAll} ci sono già.`;
  const lacking = n === 1 ? 'Ne manca uno:' : `Ne mancano ${n}:`;
  return [
    `${when}è arrivata la PEC del Dipartimento: vogliono rivedere le carte di ${item.call} di ${item.comune}. È un controllo normale. `,
    ...(n === 0
      ? [capital(SENDING)]
      : ready > 0
        ? [strong(there), ` ${lacking}`]
        : [n === 1 ? 'Serve:' : 'Servono:']),
  ];
}
