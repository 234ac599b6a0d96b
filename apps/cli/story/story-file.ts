/**
 * Small real files for an invented story: a one-page PDF that says what it is, and the same in a `.p7m` envelope.
 * Nobody signs them: invented people have no certificates.
 */
export function pdf(title: string, lines: readonly string[]): Buffer {
  const text = [
    'BT /F1 18 Tf 60 770 Td',
    `(${escaped(title)}) Tj`,
    '/F1 11 Tf 0 -34 Td 16 TL',
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  // One byte a character: Latin-1 has every letter of Italian, and WinAnsi agrees with it there.
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  );
}

/** A CMS envelope (RFC 5652, SignedData) with the file in it and no signer. */
export function p7m(content: Buffer): Buffer {
  const data = oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);
  const signedData = oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);
  const inside = der(0x30, data, der(0xa0, der(0x04, content)));
  const signed = der(0x30, der(0x02, Buffer.from([1])), der(0x31), inside, der(0x31));
  return der(0x30, signedData, der(0xa0, signed));
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size: number[] = [];
  for (let left = body.length; left > 0; left = Math.floor(left / 256)) size.unshift(left % 256);
  const length = body.length < 128 ? [body.length] : [0x80 + size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

function escaped(text: string): string {
  return text
    .replaceAll('’', "'")
    .replaceAll(/[«»]/g, '"')
    .replaceAll('€', 'euro')
    .replaceAll(/[\\()]/g, String.raw`\$&`);
}
