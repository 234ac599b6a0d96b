import { paragraph, strong } from '../content/blocks.js';
import { day } from '../content/italian.js';
import type { MailView, OfficeNewsItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** What the office must know at once: what happened, and what it can do. */
export const officeNews: Template<OfficeNewsItem> = {
  subject: (item) => [
    `${titleOf(item)}: ${SHORT[item.news] ?? 'una novità'} (${item.label})`,
    `${titleOf(item)}: ${SHORT[item.news] ?? 'una novità'}`,
  ],
  body: (item, view) => {
    const [what, next] = words(item, view);
    return [paragraph(strong(what), ` ${next}`)];
  },
  button: () => 'Apri la candidatura',
  answers: false,
};

const SHORT: Partial<Record<OfficeNewsItem['news'], string>> = {
  termLapsed: 'termine passato',
  reinstated: 'termine rispettato dopo tutto',
  interrupt: 'arrivata una comunicazione',
  stage: "c'è una decisione da prendere",
  withdrawal: 'rinuncia registrata',
  finding: "c'è qualcosa da chiarire",
  saysDone: "risposto «L'ho già fatto»",
  deadAddress: 'un indirizzo non funziona più',
};

function words(item: OfficeNewsItem, view: MailView): [string, string] {
  const end = item.end === undefined ? '' : ` ${day(item.end, view.now)}`;
  switch (item.news) {
    case 'termLapsed':
      return [
        `il termine «${item.label}» è passato${end}.`,
        'Guarda se un rimedio è possibile: la storia non finisce qui.',
      ];
    case 'reinstated':
      return [`il termine «${item.label}» risulta rispettato.`, 'La candidatura va avanti.'];
    case 'interrupt':
      return [`è arrivato: ${item.label}.`, 'Apri la candidatura per vedere che cosa serve ed entro quando.'];
    case 'stage':
      return [`la candidatura è in «${item.label}».`, "Tocca all'Unione: guarda i rimedi possibili."];
    case 'withdrawal':
      return [
        `è registrata la rinuncia (${item.label}).`,
        'Il Comune può ripresentarsi dopo il decreto di rinuncia.',
      ];
    case 'finding':
      return [`c'è da chiarire: ${item.label}.`, 'Non blocca niente; va risolto con un motivo.'];
    case 'saysDone':
      return [
        `il Comune dice che è già fatto: ${item.label}.`,
        'È dichiarato per e-mail: chiedi o registra la prova.',
      ];
    case 'deadAddress':
      return [
        `la posta per ${item.label} torna indietro.`,
        'Chiedi il nuovo indirizzo al Comune e aggiornalo.',
      ];
    default:
      // A kind of news that an older worker does not know must not keep the mail from going.
      item.news satisfies never;
      return [`c'è una novità: ${item.label}.`, 'Apri la candidatura per vederla.'];
  }
}
