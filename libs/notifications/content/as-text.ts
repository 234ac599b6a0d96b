import type { Block, Inline } from './blocks.js';
import { inlineText, oneLine, webAddress } from './one-line.js';

/** The plain text of an e-mail: short lines of their own for links, so that every program makes them clickable. */
export function asText(blocks: readonly Block[]): string {
  return `${blocks.map(block).join('\n\n')}\n`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `${oneLine(each.text)}\n${'-'.repeat(oneLine(each.text).length)}`;
    case 'paragraph':
    case 'small':
      return inlines(each.content);
    case 'list':
      return each.items.map((item, n) => `${each.ordered ? `${n + 1}.` : '•'} ${inlines(item)}`).join('\n');
    case 'button':
      return link(each.label, each.href);
    case 'answers':
      return each.links.map(({ label, href }) => link(label, href)).join('\n');
    default:
      return each satisfies never;
  }
}

function link(label: string, href: string): string {
  const address = webAddress(href);
  return address === undefined ? oneLine(label) : `${oneLine(label)}: ${address}`;
}

function inlines(content: readonly Inline[]): string {
  return content
    .map((each) => {
      if (typeof each === 'string') return inlineText(each);
      if ('strong' in each) return inlineText(each.strong);
      const address = webAddress(each.href);
      return address === undefined ? inlineText(each.link) : `${inlineText(each.link)} (${address})`;
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}
