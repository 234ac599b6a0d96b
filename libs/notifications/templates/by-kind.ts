import type { Block } from '../content/blocks.js';
import type { MailItem, MailView } from '../mail-view.js';
import { approvalAsked } from './approval-asked.js';
import { callNews } from './call-news.js';
import { dateCorrected } from './date-corrected.js';
import { documentFiled } from './document-filed.js';
import { documentReturned } from './document-returned.js';
import { escalation } from './escalation.js';
import { invitation } from './invitation.js';
import { officeCall } from './office-call.js';
import { officeNews } from './office-news.js';
import { officeReview } from './office-review.js';
import { officeRound } from './office-round.js';
import { question } from './question.js';
import { reminder } from './reminder.js';
import { stillOwed } from './still-owed.js';
import type { Template } from './template.js';
import { termMoved } from './term-moved.js';

/** Every kind; what is read first stands first. */
const TEMPLATES: { [K in MailItem['kind']]: Template<Extract<MailItem, { kind: K }>> } = {
  // Whoever works by a wrong date must read that before what is asked by the right one.
  dateCorrected,
  // Before what is asked for: it may be for nothing.
  callNews,
  escalation,
  reminder,
  officeNews,
  officeCall,
  approvalAsked,
  documentReturned,
  termMoved,
  invitation,
  officeReview,
  officeRound,
  question,
  stillOwed,
  documentFiled,
};
const READ_ORDER = Object.keys(TEMPLATES);

/** Its place among the items of a mail, by its kind. */
export function placeOf({ kind }: MailItem): number {
  return READ_ORDER.indexOf(kind);
}

/** The words of one item, whatever its kind. */
export interface Words {
  subject: string[];
  body: Block[];
  button: string;
  answers: boolean;
}

/** Finds the template of an item's kind and fills it. */
export function wordsOf<Item extends MailItem>(item: Item, view: MailView): Words {
  // The table is typed by kind; indexing it with a union loses the pairing that the type above guarantees.
  const template = TEMPLATES[item.kind] as unknown as Template<Item>;
  return {
    subject: template.subject(item, view),
    body: template.body(item, view),
    button: template.button(item),
    answers: template.answers,
  };
}
