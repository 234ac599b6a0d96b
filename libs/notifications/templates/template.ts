import type { Block } from '../content/blocks.js';
import type { MailItem, MailView } from '../mail-view.js';

/** The words of one kind of message; greeting, answers and footer are put around them by `render`. */
export interface Template<Item extends MailItem> {
  /** Wordings of the subject, the best first; the first that is short enough is taken. */
  subject(item: Item, view: MailView): string[];
  body(item: Item, view: MailView): Block[];
  /** Words on the button that opens the item's page. */
  button(item: Item): string;
  /** The three answers make sense: somebody is asked to do something. */
  answers: boolean;
}

/** Tu or Lei: the second to mayors and secretaries. */
export function say({ to }: MailView, tu: string, lei: string): string {
  return to.formal ? lei : tu;
}

/** "Rivello · SEND", how every subject begins and every item of a list is headed. */
export function titleOf(item: { comune: string; call: string }): string {
  return `${item.comune} · ${item.call}`;
}
