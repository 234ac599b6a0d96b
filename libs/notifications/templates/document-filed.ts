import { paragraph, small, strong } from '../content/blocks.js';
import { atHour, del, dayOfMonth, inSentence } from '../content/italian.js';
import type { DocumentFiledItem } from '../mail-view.js';
import type { Template } from './template.js';

/** "Conferma di caricamento", never "ricevuta": nothing has gone to the funder's platform. */
export const documentFiled: Template<DocumentFiledItem> = {
  subject: (item) => [
    `Ricevuto: ${inSentence(item.label)}, ${item.comune}`,
    `Ricevuto un documento di ${item.comune} per ${item.call}`,
    'Ricevuto un documento',
  ],
  body: (item, view) => {
    const size = [
      item.pages === undefined ? undefined : item.pages === 1 ? '1 pagina' : `${item.pages} pagine`,
      item.bytes === undefined ? undefined : inMegabytes(item.bytes),
      `impronta ${item.hash.slice(0, 8).toUpperCase()}…`,
    ].filter((each) => each !== undefined);
    const look = 'Lo controlliamo entro due giorni lavorativi: se manca qualcosa ';
    const write = view.to.formal
      ? 'Le scriviamo, altrimenti non Le serve altro.'
      : 'ti scriviamo, altrimenti sei a posto.';
    return [
      paragraph(
        `il file «${item.label}» di ${item.comune} (${item.call}) è arrivato ${atHour(item.at)} ${del(dayOfMonth(item.on, view.now))} (${size.join(', ')}).`,
      ),
      paragraph(
        'Questa è una ',
        strong('conferma di caricamento'),
        ": non è un protocollo e non è l'invio ufficiale, che si fa sulla piattaforma.",
      ),
      ...(item.review ? [paragraph(look, write)] : []),
      small(`Impronta del file (SHA-256): ${item.hash}`),
      ...(item.chainHead === undefined ? [] : [small(`Impronta della registrazione: ${item.chainHead}`)]),
    ];
  },
  button: () => 'Vedi il documento',
  answers: false,
};

function inMegabytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
