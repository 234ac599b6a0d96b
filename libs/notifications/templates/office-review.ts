import { paragraph } from '../content/blocks.js';
import { atHour, dayOfMonth, del, il, inSentence } from '../content/italian.js';
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
        ? ` ${il(dayOfMonth(item.on, view.now))}`
        : ` ${atHour(item.at)} ${del(dayOfMonth(item.on, view.now))}`,
      '. Va controllato entro due giorni lavorativi.',
    ),
  ],
  button: () => 'Controlla il documento',
  answers: false,
};
