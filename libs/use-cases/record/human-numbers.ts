/** Human numbers: `ULL-2027-0012` for applications, `ULL-2027-A03` for calls, counted per union and year. */
export function humanNumbers(
  { ipa, first }: { ipa: string; first: number },
  kind: 'call' | 'application',
  year: number,
  count: number,
): string[] {
  return Array.from({ length: count }, (_, n) => {
    const number = first + n;
    const digits = kind === 'call' ? `A${String(number).padStart(2, '0')}` : String(number).padStart(4, '0');
    return `${ipa}-${year}-${digits}`;
  });
}
