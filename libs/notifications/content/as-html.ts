import type { Block, Inline } from './blocks.js';
import { inlineText, oneLine, webAddress } from './one-line.js';

/** Colours of the Italian design system; every pair has a contrast of at least 4.5 to 1. */
const STYLE = {
  page: 'margin:0;padding:0;background-color:#f3f5f8;',
  frame:
    'max-width:600px;margin:0 auto;padding:24px 20px;background-color:#ffffff;text-align:left;' +
    "font-family:'Titillium Web',Arial,Helvetica,sans-serif;font-size:17px;line-height:1.5;color:#17324d;",
  heading: 'margin:28px 0 8px;font-size:20px;line-height:1.3;font-weight:bold;color:#17324d;',
  paragraph: 'margin:0 0 16px;',
  list: 'margin:0 0 16px;padding-left:24px;',
  item: 'margin:0 0 8px;',
  button:
    'display:inline-block;padding:13px 24px;border-radius:4px;background-color:#0066cc;color:#ffffff;' +
    'font-weight:bold;text-decoration:none;',
  link: 'color:#0059b3;text-decoration:underline;',
  answer: 'display:inline-block;padding:6px 16px 6px 0;color:#0059b3;text-decoration:underline;',
  small: 'margin:0 0 12px;font-size:14px;line-height:1.5;color:#435a70;overflow-wrap:anywhere;',
  footer: 'margin:28px 0 0;padding-top:16px;border-top:1px solid #d6dce3;',
};

/** The HTML of an e-mail: one column, styles inline, nothing loaded from anywhere. */
export function asHtml(subject: string, body: readonly Block[], footer: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="it">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(oneLine(subject))}</title>`,
    '</head>',
    `<body style="${STYLE.page}">`,
    `<div role="article" lang="it" style="${STYLE.frame}">`,
    ...body.map(block),
    `<div style="${STYLE.footer}">`,
    ...footer.map(block),
    '</div>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading':
      return `<h2 style="${STYLE.heading}">${escape(oneLine(each.text))}</h2>`;
    case 'paragraph':
      return `<p style="${STYLE.paragraph}">${inlines(each.content)}</p>`;
    case 'small':
      return `<p style="${STYLE.small}">${inlines(each.content)}</p>`;
    case 'list': {
      const tag = each.ordered ? 'ol' : 'ul';
      const items = each.items.map((item) => `<li style="${STYLE.item}">${inlines(item)}</li>`);
      return `<${tag} style="${STYLE.list}">${items.join('')}</${tag}>`;
    }
    case 'button':
      return `<p style="${STYLE.paragraph}">${anchor(each.label, each.href, STYLE.button)}</p>`;
    case 'answers': {
      const links = each.links.map(({ label, href }) => anchor(label, href, STYLE.answer));
      return `<p style="${STYLE.paragraph}">${links.join(' ')}</p>`;
    }
    default:
      return each satisfies never;
  }
}

function inlines(content: readonly Inline[]): string {
  return content
    .map((each) => {
      if (typeof each === 'string') return escape(inlineText(each));
      if ('strong' in each) return `<strong>${escape(inlineText(each.strong))}</strong>`;
      return anchor(each.link, each.href, STYLE.link);
    })
    .join('');
}

function anchor(label: string, href: string, style: string): string {
  const address = webAddress(href);
  return address === undefined
    ? escape(inlineText(label))
    : `<a href="${escape(address)}" style="${style}">${escape(inlineText(label))}</a>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
