import { type Block, paragraph, small, strong } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { of, theDay } from '#domain/italian/article.js';
import { inSentence, joined } from '#domain/italian/sentence.js';
import { dayOfMonth } from '../content/italian.js';
import type { DocumentFiledItem, MailView } from '../mail-view.js';
import { say, type Template } from './template.js';

/** "Conferma di caricamento", never "ricevuta": nothing has gone to the funder's platform. */
export const documentFiled: Template<DocumentFiledItem> = {
  subject: (item) =>
    item.act === true
      ? [
          `Registrato: ${inSentence(item.label)}, ${item.comune}`,
          `Registrato un passo di ${item.comune} per ${item.call}`,
          'Registrato un passo',
        ]
      : [
          `Ricevuto: ${inSentence(item.label)}, ${item.comune}`,
          `Ricevuto un documento di ${item.comune} per ${item.call}`,
          'Ricevuto un documento',
        ],
  body: (item, view) => {
    if (item.act === true) return registered(item, view);
    const size = [
      item.pages === undefined ? undefined : item.pages === 1 ? '1 pagina' : `${item.pages} pagine`,
      item.bytes === undefined ? undefined : inMegabytes(item.bytes),
      item.hash === undefined ? undefined : `impronta ${item.hash.slice(0, 8).toUpperCase()}…`,
    ].filter((each) => each !== undefined);
    const look = 'Lo controlliamo entro due giorni lavorativi: se manca qualcosa ';
    const write = view.to.formal
      ? 'Le scriviamo, altrimenti non Le serve altro.'
      : 'ti scriviamo, altrimenti sei a posto.';
    return [
      paragraph(
        `il file «${item.label}» di ${item.comune} (${item.call}) è arrivato ${atHour(item.at)} ${of(theDay(dayOfMonth(item.on, view.now)))} (${size.join(', ')}).`,
      ),
      paragraph(
        'Questa è una ',
        strong('conferma di caricamento'),
        ": non è un protocollo e non è l'invio ufficiale, che si fa sulla piattaforma.",
      ),
      ...(item.review ? [paragraph(look, write)] : []),
      ...(item.hash === undefined ? [] : [small(`Impronta del file (SHA-256): ${item.hash}`)]),
      ...(item.chainHead === undefined ? [] : [small(`Impronta della registrazione: ${item.chainHead}`)]),
    ];
  },
  button: (item) => (item.act === true ? 'Vedi la candidatura' : 'Vedi il documento'),
  answers: false,
};

/** An act on record with its proof: who was asked for it need do nothing more, unless it does not count or something is owed. */
function registered(item: DocumentFiledItem, view: MailView): Block[] {
  const { held, owed, risks = [] } = item;
  const nothing = say(view, 'Per questo passo non devi fare altro.', 'Per questo passo non deve fare altro.');
  const rest = [
    ...(held === undefined
      ? []
      : [
          `Non conta ancora: ${held}. ${say(view, 'Controlla', 'Controlli')} l’atto e ${say(view, 'senti', 'senta')} l’ufficio: finché non è chiarito il termine corre.`,
        ]),
    ...risks,
    ...(owed === undefined
      ? []
      : [
          `Manca ancora qui: ${joined(owed.map(inSentence))}. Non ferma niente: serve per il fascicolo e per i controlli.`,
        ]),
  ];
  const done = rest.length === 0 ? nothing : rest.join(' ');
  return [
    paragraph(
      `«${item.label}» di ${item.comune} (${item.call}) è registrato con la sua prova ${atHour(item.at)} ${of(theDay(dayOfMonth(item.on, view.now)))}. ${done}`,
    ),
    paragraph(
      'Questa è una ',
      strong('conferma di registrazione'),
      ": non è un protocollo e non è l'invio ufficiale, che si fa sulla piattaforma.",
    ),
    ...(item.chainHead === undefined ? [] : [small(`Impronta della registrazione: ${item.chainHead}`)]),
  ];
}

function inMegabytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
