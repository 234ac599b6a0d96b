/** Day and month as people type them: 10/08. */
export const YEAR_DAY = /^(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])$/;

/** `08-10` of "10/8" */
export function toYearDay(typed: string): string {
  const [day = '', month = ''] = typed.trim().split('/');
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "10/08" of `08-10` */
export function toTyped(yearDay: string): string {
  return yearDay.split('-').toReversed().join('/');
}
