const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Day and month as people type them, 10/08 or 10/8, that exist in some year. */
export function isYearDay(typed: string): boolean {
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(typed.trim());
  const [day, month] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  return day >= 1 && day <= (LONGEST[month - 1] ?? 0);
}

/** `08-10` of "10/8" */
export function toYearDay(typed: string): string {
  const [day = '', month = ''] = typed.trim().split('/');
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "10/08" of `08-10` */
export function toTyped(yearDay: string): string {
  return yearDay.split('-').toReversed().join('/');
}
