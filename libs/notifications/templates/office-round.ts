import { paragraph } from '../content/blocks.js';
import { dal, dayOfMonth } from '../content/italian.js';
import type { OfficeRoundItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** The Monday round: the only way to learn what the platform knows until PEC is read by machine. */
export const officeRound: Template<OfficeRoundItem> = {
  subject: (item) => [
    `${titleOf(item)}: giro del lunedì, novità sulla piattaforma?`,
    `${titleOf(item)}: giro del lunedì`,
  ],
  body: (item, view) => [
    paragraph(
      `aspetta ${item.waitsFor} ${dal(dayOfMonth(item.since, view.now))}.`,
      item.usual === undefined ? '' : ` ${item.usual}`,
      ' Guarda sulla piattaforma e registra se ci sono novità.',
    ),
  ],
  button: () => 'Apri il giro del lunedì',
  answers: false,
};
