import { paragraph, strong } from '../content/blocks.js';
import { capital, inSentence } from '#domain/italian/sentence.js';
import { day } from '../content/italian.js';
import type { DocumentReturnedItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';
import { ahead } from './work-by.js';

/** A paper sent back: what is wrong, in the words of who looked at it, and by when. */
export const documentReturned: Template<DocumentReturnedItem> = {
  subject: (item) => {
    const label = inSentence(item.label);
    const name = label.replace(/\s*\(.*$/, '');
    const title = titleOf(item);
    const wrong = `da correggere (${item.reason})`;
    return [
      `${title}: ${label} ${wrong}`,
      `${title}: ${name} ${wrong}`,
      `${item.comune}: ${name} ${wrong}`,
      `${title}: ${name} da correggere`,
      `${item.comune}: ${name} da correggere`,
      // Cut at a word it still says which paper.
      `${item.comune}: da correggere ${name}`,
    ];
  },
  body: (item, view) => [
    paragraph(`abbiamo guardato «${item.label}» di ${item.comune} (${item.call}). C'è da correggere questo:`),
    paragraph(strong(capital(item.reason.replace(/[.\s]+$/, ''))), '.'),
    ...(item.help === undefined ? [] : [paragraph(item.help)]),
    ...[ahead(item.workBy, view)].flatMap((by) =>
      by === undefined ? [] : [paragraph('Entro ', strong(day(by, view.now)), '.')],
    ),
    paragraph(
      view.to.formal
        ? 'Può anche rispondere a questa e-mail con il file corretto: lo registriamo noi.'
        : 'Puoi anche rispondere a questa e-mail con il file corretto: lo registriamo noi.',
    ),
  ],
  button: () => 'Carica la nuova versione',
  answers: true,
};
