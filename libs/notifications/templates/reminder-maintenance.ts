import { type Block, paragraph, strong } from '../content/blocks.js';
import { theDay, to } from '#domain/italian/article.js';
import { dayOfMonth } from '../content/italian.js';
import type { MailView, ReminderItem } from '../mail-view.js';
import { say } from './template.js';

/** Once a year while the services must stay active; nothing is to be sent, an answer is enough. */
export function maintenanceWords(item: ReminderItem, view: MailView): Block[] {
  const { end, comune, call } = item;
  const again = item.tone === 1 ? '' : 'ancora una volta, ';
  return [
    paragraph(
      `${again}la verifica dell'anno: i servizi di ${call} di ${comune} devono restare attivi`,
      end === undefined ? '.' : ` fino ${to(theDay(dayOfMonth(end, view.now)))}.`,
    ),
    paragraph(
      strong('Sono attivi?'),
      say(
        view,
        " Se sì, basta che rispondi «L'ho già fatto» o scrivi «sì». Se qualcosa è cambiato, dillo: lo guardiamo insieme.",
        " Se sì, basta che risponda «L'ho già fatto» o scriva «sì». Se qualcosa è cambiato, ce lo dica: lo guardiamo insieme.",
      ),
    ),
  ];
}
