/** A piece of a sentence. Strings are data and are escaped when rendered, wherever they come from. */
export type Inline = string | { strong: string } | { link: string; href: string };

/** What an e-mail is made of; text and HTML are rendered from the same blocks, so they say the same words. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'answers'; links: { label: string; href: string }[] }
  | { kind: 'small'; content: Inline[] };

export const strong = (text: string): Inline => ({ strong: text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const small = (...content: Inline[]): Block => ({ kind: 'small', content });
export const bullets = (items: Inline[][]): Block => ({ kind: 'list', ordered: false, items });
export const steps = (items: Inline[][]): Block => ({ kind: 'list', ordered: true, items });

/** A paragraph; sentences that do not apply are passed as undefined and leave no trace. */
export function paragraph(...content: (Inline | undefined)[]): Block {
  return { kind: 'paragraph', content: content.filter((each) => each !== undefined) };
}

/** A button to a page, or nothing while there is no page. */
export function button(label: string, href: string | undefined): Block[] {
  return href === undefined ? [] : [{ kind: 'button', label, href }];
}
