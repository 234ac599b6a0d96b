import { paragraph, strong } from '../content/blocks.js';
import { from, theDay } from '#domain/italian/article.js';
import { dayOfMonth } from '../content/italian.js';
import type { QuestionItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** After the usual time, once a month: a PEC may lie in the comune's protocol and nobody told us. */
export const question: Template<QuestionItem> = {
  subject: (item) => [
    `${titleOf(item)}: è arrivato qualcosa via PEC?`,
    `${item.comune}: è arrivato qualcosa via PEC?`,
  ],
  body: (item, view) => [
    paragraph(
      `la candidatura di ${item.comune} (${item.call}) aspetta ${item.waitsFor} ${from(theDay(dayOfMonth(item.since, view.now)))}.`,
      item.usual === undefined ? '' : ` ${item.usual}`,
    ),
    paragraph(strong('È arrivato qualcosa via PEC?')),
    paragraph(
      view.to.formal
        ? 'Se sì, può inoltrarci la PEC rispondendo a questa e-mail. Se no, non deve fare niente.'
        : 'Se sì, inoltraci la PEC rispondendo a questa e-mail. Se no, non devi fare niente.',
      ' Lo chiediamo una volta al mese.',
    ),
  ],
  button: () => 'Vedi a che punto è',
  answers: false,
};
