import { paragraph } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { of, theDay } from '#domain/italian/article.js';
import { inSentence } from '#domain/italian/sentence.js';
import { dayOfMonth } from '../content/italian.js';
import type { OfficeReviewItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** A document waits to be looked at. */
export const officeReview: Template<OfficeReviewItem> = {
  subject: (item) => [
    `${titleOf(item)}: da controllare ${inSentence(item.label)}`,
    `${titleOf(item)}: un documento da controllare`,
  ],
  body: (item, view) => [
    paragraph(
      `è arrivato «${item.label}»`,
      item.from === undefined ? '' : ` da ${item.from}`,
      item.at === undefined
        ? ` ${theDay(dayOfMonth(item.on, view.now))}`
        : ` ${atHour(item.at)} ${of(theDay(dayOfMonth(item.on, view.now)))}`,
      '. Va controllato entro due giorni lavorativi.',
    ),
  ],
  button: () => 'Controlla il documento',
  answers: false,
};
