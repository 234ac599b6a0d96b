import { paragraph, strong } from '../content/blocks.js';
import { theDay, to } from '#domain/italian/article.js';
import { inSentence, joined } from '#domain/italian/sentence.js';
import { day, dayOfMonth } from '../content/italian.js';
import type { MailView, OfficeNewsItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { ahead } from './work-by.js';

/** What the office must know at once: what happened, and what it can do. */
export const officeNews: Template<OfficeNewsItem> = {
  subject: (item) => {
    // An interrupt is named by its label: "Rivello · SEND: controllo a campione".
    if (item.news === 'interrupt') return [`${titleOf(item)}: ${inSentence(item.label)}`];
    const short = `${titleOf(item)}: ${SHORT[item.news] ?? 'una novità'}`;
    return [`${short} (${item.label})`, short];
  },
  body: (item, view) => {
    const [what, next] = words(item, view);
    return [paragraph(strong(what), ` ${next}`)];
  },
  button: () => 'Apri la candidatura',
  answers: false,
};

const SHORT = {
  termLapsed: 'termine passato',
  neverAnswered: 'chiusa senza risposta',
  reinstated: 'termine rispettato dopo tutto',
  runsAgain: 'il termine corre di nuovo',
  stage: "c'è una decisione da prendere",
  finding: "c'è qualcosa da chiarire",
  mayBeExcluded: 'inviata, ma rischia l’esclusione',
  saysDone: "risposto «L'ho già fatto»",
  deadAddress: 'un indirizzo non funziona più',
  undelivered: "un'e-mail non è partita",
} as const satisfies Record<Exclude<OfficeNewsItem['news'], 'interrupt'>, string>;

/** How an application is open again that was closed because nobody answered. */
export const REOPENED_BY = 'Se il Comune ha inviato in tempo, registra l’invio con la prova: si riapre.';

function words(item: OfficeNewsItem, view: MailView): [string, string] {
  const end = item.end === undefined ? '' : ` ${day(item.end, view.now)}`;
  switch (item.news) {
    case 'termLapsed':
      return [
        `il termine «${item.label}» è passato${end}.`,
        `${notReminded(item)}Guarda se un rimedio è possibile: la storia non finisce qui.`,
      ];
    case 'neverAnswered':
      return [
        `nessuna risposta entro la fine dell’avviso${end === '' ? '' : `,${end}`}: la candidatura è chiusa.`,
        `${notReminded(item)}${REOPENED_BY}`,
      ];
    case 'reinstated':
      return [`il termine «${item.label}» risulta rispettato.`, 'La candidatura va avanti.'];
    case 'runsAgain':
      return [
        `il termine «${item.label}» è stato spostato: corre di nuovo${end === '' ? '' : ` fino a${end}`}.`,
        'La candidatura va avanti.',
      ];
    case 'interrupt': {
      const on = item.on === undefined ? '' : ` ${theDay(dayOfMonth(item.on, view.now))}`;
      return [`${inSentence(item.label)}${on}.`, turn(item, view)];
    }
    case 'stage':
      return [`la candidatura è in «${item.label}».`, "Tocca all'Unione: guarda i rimedi possibili."];
    case 'finding':
      return [
        `c'è da chiarire: ${item.label}.`,
        item.holds === true
          ? 'Finché non è chiarito l’atto non conta: correggilo, oppure scrivi il motivo.'
          : 'Non blocca niente; va risolto con un motivo.',
      ];
    case 'mayBeExcluded':
      return [
        item.sentence ?? `rischia l’esclusione: manca ancora qui ${item.label}.`,
        'Se l’atto c’è, caricatelo: conta la data che porta. Se non c’è, parliamone oggi: ufficio e segretario.',
      ];
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
    case 'undelivered':
      return [
        `un'e-mail per ${item.label} non è partita.`,
        "L'indirizzo può essere giusto: se la cosa preme, telefona.",
      ];
    default:
      // A kind of news that an older worker does not know must not keep the mail from going.
      item.news satisfies never;
      return [`c'è una novità: ${item.label}.`, 'Apri la candidatura per vederla.'];
  }
}

/** "Nessun promemoria degli ultimi giorni è arrivato a Giulia Riviello e Paolo Conte: telefona. " */
export function notReminded({ unreminded = [] }: Pick<OfficeNewsItem, 'unreminded'>): string {
  if (unreminded.length === 0) return '';
  return `Nessun promemoria degli ultimi giorni è arrivato ${joined(unreminded.map(to), 'e')}: telefona. `;
}

/** Whose turn it is after an interrupt, and by when. */
function turn({ party, workBy }: OfficeNewsItem, view: MailView): string {
  const until = ahead(workBy, view);
  const by = until === undefined ? '' : `, entro ${day(until, view.now)}`;
  if (party === 'comune') return `Tocca al Comune${by}.`;
  if (party === 'union') return `Tocca all'Unione${by}: guarda i rimedi possibili.`;
  return party === 'funder' ? 'Adesso si aspetta chi finanzia.' : 'Apri la candidatura per vederla.';
}
