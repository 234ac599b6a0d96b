// Control characters, line separators, and marks that turn the direction of text: none belongs in a name or a label.
// oxlint-disable-next-line no-control-regex
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Data as one line of visible text, so that a label can neither add a header nor pretend to be another paragraph. */
export function oneLine(text: string): string {
  return text.replace(UNWANTED, ' ').replace(/ {2,}/g, ' ').trim();
}

/** Like `oneLine`, for a piece of a sentence: the blanks at its ends stay. */
export function inlineText(text: string): string {
  return text.replace(UNWANTED, ' ').replace(/ {2,}/g, ' ');
}

/** A web address or nothing: `javascript:` and the like never become a link. */
export function webAddress(href: string): string | undefined {
  const url = URL.parse(href);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}
