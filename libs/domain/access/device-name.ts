/** Signs in a user agent, the more telling first: browsers name their ancestors too. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/** A device as its person would recognise it, "Chrome su Windows", from what the browser says of itself. */
export function deviceName(userAgent: string | null): string {
  const found = (signs: typeof PROGRAMS) => signs.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const program = found(PROGRAMS);
  const device = found(DEVICES);
  if (program !== undefined) return device === undefined ? program : `${program} su ${device}`;
  return device === undefined ? 'Dispositivo non riconosciuto' : `Un programma su ${device}`;
}
