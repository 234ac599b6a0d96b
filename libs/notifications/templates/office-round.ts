import { weekday } from '#domain/calendar/local-date.js';
import { paragraph } from '../content/blocks.js';
import { from, theDay } from '#domain/italian/article.js';
import { dayOfMonth } from '../content/italian.js';
import type { MailView, OfficeRoundItem } from '../mail-view.js';
import { type Template, titleOf } from './template.js';

/** What people call it; made on the working day before a Monday that is none, it has another name. */
export function roundOf({ now }: MailView): string {
  return weekday(now) === 1 ? 'giro del lunedì' : 'giro settimanale';
}

/** The Monday round: the only way to learn what the platform knows until PEC is read by machine. */
export const officeRound: Template<OfficeRoundItem> = {
  subject: (item, view) => [
    `${titleOf(item)}: ${roundOf(view)}, novità sulla piattaforma?`,
    `${titleOf(item)}: ${roundOf(view)}`,
  ],
  body: (item, view) => [
    paragraph(
      `aspetta ${item.waitsFor} ${from(theDay(dayOfMonth(item.since, view.now)))}.`,
      item.usual === undefined ? '' : ` ${item.usual}`,
      ' Guarda sulla piattaforma e registra se ci sono novità.',
    ),
  ],
  button: () => 'Apri il giro',
  answers: false,
};
