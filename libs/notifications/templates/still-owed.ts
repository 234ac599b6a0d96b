import { bullets, paragraph } from '../content/blocks.js';
import { inSentence } from '#domain/italian/sentence.js';
import { things } from '../content/italian.js';
import type { StillOwedItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { missingLine } from './work-by.js';

/** Once a week, without a term: the official act is on record, and these are for the file and for checks. */
export const stillOwed: Template<StillOwedItem> = {
  subject: (item) => {
    const [only] = item.missing;
    const what =
      item.missing.length === 1 && only !== undefined ? inSentence(only.label) : things(item.missing.length);
    const missing = `${lacks(item)} ancora ${what}`;
    return [`${titleOf(item)}: ${missing}`, `${item.comune}: ${missing}`];
  },
  body: (item, view) => [
    paragraph(
      `per ${item.comune} (${item.call}) l’atto ufficiale è in atti. Per il fascicolo e per i controlli ${lacks(item)} ancora:`,
    ),
    bullets(item.missing.map((thing) => missingLine(thing, view))),
    paragraph(
      view.to.formal
        ? 'Non c’è un termine: lo ricordiamo una volta alla settimana, finché arriva. Può anche rispondere a questa e-mail con il file.'
        : 'Non c’è un termine: lo ricordiamo una volta alla settimana, finché arriva. Puoi anche rispondere a questa e-mail con il file.',
    ),
  ],
  button: () => 'Vedi che cosa manca',
  answers: false,
};

function lacks({ missing }: StillOwedItem): string {
  return missing.length === 1 ? 'manca' : 'mancano';
}
