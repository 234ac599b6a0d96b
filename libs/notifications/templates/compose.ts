import { MESSAGE_KINDS } from '#domain/reminder/message-kinds.js';
import { button, heading } from '../content/blocks.js';
import type { MailItem, MailView } from '../mail-view.js';
import { placeOf, wordsOf } from './by-kind.js';
import { buttonLabel, type Composed, pageOf, sentence } from './composed.js';
import { digest } from './digest.js';
import { officeDigest } from './office-digest.js';
import { titleOf } from './template.js';

/** One item is a letter; several are one list, for the office the morning's digest. */
export function compose(view: MailView): Composed {
  const items = withoutEchoes(distinct(view.items)).toSorted(byUrgency);
  const [only] = items;
  if (items.length === 1 && only !== undefined) return letter(only, view);
  return view.to.officer === true ? officeDigest(items, view) : digest(items, view);
}

function letter(item: MailItem, view: MailView): Composed {
  const words = wordsOf(item, view);
  const hasButton = words.body.some((each) => each.kind === 'button');
  const small = words.body.filter((each) => each.kind === 'small');
  const text = words.body.filter((each) => each.kind !== 'small');
  const own = hasButton ? [] : button(buttonLabel(words.button, view), pageOf(item, view));
  const body = [...text, ...own, ...small];
  // To the office only the call is named in the subject; the letter must say it too.
  const lead = MESSAGE_KINDS[item.kind].forOffice ? [heading(titleOf(item))] : [];
  return {
    subject: words.subject,
    body: [...lead, ...(lead.length > 0 ? body.map(sentence) : body)],
    answers: words.answers,
  };
}

/** The same thing decided twice is said once. */
function distinct(items: readonly MailItem[]): MailItem[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Who is asked for a decision needs no reminder of the same thing beside it. */
function withoutEchoes(items: readonly MailItem[]): MailItem[] {
  const asked = new Set(items.filter((each) => each.kind === 'escalation').map(titleOf));
  return items.filter((each) => each.kind !== 'reminder' || !asked.has(titleOf(each)));
}

/** What cannot be undone first, then by kind, then by the date to work by. */
function byUrgency(a: MailItem, b: MailItem): number {
  return urgency(a).localeCompare(urgency(b));
}

function urgency(item: MailItem): string {
  const peremptory = 'peremptory' in item && item.peremptory ? 0 : 1;
  const rank = String(placeOf(item)).padStart(2, '0');
  const by = 'workBy' in item && item.workBy !== undefined ? item.workBy : '9999-12-31';
  return `${peremptory} ${rank} ${by} ${titleOf(item)}`;
}
