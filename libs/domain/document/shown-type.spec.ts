import { shownType } from './shown-type.js';

const bytes = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['GIF89a\x01\x00', 'image/gif'],
  ['\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\x00', 'image/png'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp'],
])('knows %j by its first bytes', (beginning, type) => {
  expect(shownType(bytes(beginning))).toBe(type);
});

test.each(['', '%PD', '<html><script>', '<svg xmlns="', ' %PDF-1.7', 'RIFF\x10\x00\x00\x00WAVE', 'MZ\x90'])(
  'shows nothing of %j',
  (beginning) => expect(shownType(bytes(beginning))).toBeUndefined(),
);
