/** Types that a browser shows without running anything of them. */
export type ShownType = 'application/pdf' | 'image/gif' | 'image/jpeg' | 'image/png' | 'image/webp';

/** First bytes of each, as text of one character a byte; `?` stands for any. */
const BEGINNINGS: readonly (readonly [ShownType, string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/png', '\u0089PNG\r\n\u001a\n'],
  ['image/webp', 'RIFF????WEBP'],
];

/**
 * What a file is by its first bytes, whatever its name and its sender say; undefined for everything that is only given
 * back as a download.
 * @param beginning at least 16 bytes, fewer of a shorter file.
 */
export function shownType(beginning: Uint8Array): ShownType | undefined {
  const text = String.fromCharCode(...beginning.subarray(0, 16));
  const begins = (form: string) => [...form].every((each, n) => each === '?' || each === text[n]);
  return BEGINNINGS.find(([, form]) => begins(form))?.[0];
}
