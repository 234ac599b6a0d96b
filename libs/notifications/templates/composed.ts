import type { Block } from '../content/blocks.js';
import { capital } from '#domain/italian/sentence.js';
import type { MailItem, MailView } from '../mail-view.js';

/** A subject in several wordings and the blocks between greeting and thanks. */
export interface Composed {
  subject: string[];
  body: Block[];
  /** The three quick answers belong under it. */
  answers: boolean;
}

/** The page of an item; none while there are no pages. */
export function pageOf(item: MailItem, view: MailView): string | undefined {
  return view.links === undefined ? undefined : item.page;
}

/** A body continues the greeting in lower case; under a heading it begins a sentence. */
export function sentence(block: Block, index: number): Block {
  if (index > 0 || block.kind !== 'paragraph') return block;
  const [first, ...rest] = block.content;
  if (first === undefined) return block;
  if (typeof first === 'string') return { ...block, content: [capital(first), ...rest] };
  return 'strong' in first ? { ...block, content: [{ strong: capital(first.strong) }, ...rest] } : block;
}

const FORMAL: Record<string, string> = {
  'Vedi ': 'Veda ',
  'Apri ': 'Apra ',
  'Carica ': 'Carichi ',
  ' e rispondi': ' e risponda',
};

/** Words of a button as tu or Lei. */
export function buttonLabel(label: string, view: MailView): string {
  if (!view.to.formal) return label;
  return Object.entries(FORMAL).reduce((text, [tu, lei]) => text.replace(tu, lei), label);
}
