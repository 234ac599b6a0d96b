import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Inline, strong } from '../content/blocks.js';
import { atHour } from '#domain/calendar/words.js';
import { day, nearDay, onHoliday } from '../content/italian.js';
import type { Dates, MailView, MissingThing } from '../mail-view.js';

const DAY_END = '23:59';

/** A day by which something can still be done; of one that is past nobody is asked to work by it. */
export function ahead(date: LocalDate | undefined, { now }: Pick<MailView, 'now'>): LocalDate | undefined {
  return date === undefined || date < now ? undefined : date;
}

/** True when the date to work by has passed; the official end may still be ahead. */
export function isPast(item: Dates, view: MailView): boolean {
  return item.workBy < view.now;
}

/** " entro venerdì 26 marzo" for subjects: the date to work by, or the official end once that has passed. */
export function until(item: Dates, view: MailView): string {
  if (!isPast(item, view)) return ` entro ${day(item.workBy, view.now)}`;
  return item.end !== undefined && item.end >= view.now ? ` entro ${day(item.end, view.now)}` : '';
}

/** "Lavora entro venerdì 26 marzo. Il termine ufficiale cade domenica 28 marzo, a Pasqua, alle 23:59." */
export function workBy(item: Dates & { length?: string }, view: MailView): Inline[] {
  const { now, to } = view;
  const official = officialEnd(item, view);
  if (!isPast(item, view)) {
    const verb = item.end === undefined ? 'Entro' : to.formal ? 'Da fare entro' : 'Lavora entro';
    return [strong(`${verb} ${nearDay(item.workBy, now)}.`), official === '' ? '' : ` ${official}`];
  }
  if (item.end !== undefined && item.end >= now) {
    return [
      `La data di lavoro era ${day(item.workBy, now)}. `,
      strong(`Si può ancora fare fino a ${nearDay(item.end, now)}, ${atHour(item.cutOff ?? DAY_END)}.`),
    ];
  }
  return [`La data di lavoro era ${day(item.workBy, now)}: `, strong('va bene anche oggi.')];
}

/** The official end in a sentence of its own; empty for inner dates. */
export function officialEnd(item: Dates & { length?: string }, view: MailView): string {
  if (item.end === undefined) return '';
  const hour = atHour(item.cutOff ?? DAY_END);
  const length = item.length === undefined ? '' : `è di ${item.length} e `;
  if (item.end === item.workBy) return `Il termine ufficiale ${length}scade lo stesso giorno ${hour}.`;
  const holiday = onHoliday(item.end);
  const comma = holiday.startsWith(',') ? ',' : '';
  return `Il termine ufficiale ${length}cade ${day(item.end, view.now)}${holiday}${comma} ${hour}.`;
}

/** One line of a list: what is missing, with what it needs, from whom and by when. */
export function missingLine(thing: MissingThing, view: MailView, call?: string): Inline[] {
  const by = ahead(thing.workBy, view);
  const label = call === undefined ? thing.label : `${call} — ${thing.label}`;
  return [
    strong(label),
    thing.note === undefined ? '' : ` (${thing.note})`,
    by === undefined ? '.' : `. Entro ${day(by, view.now)}.`,
    thing.from === undefined ? '' : ` Tocca a: ${thing.from}.`,
  ];
}
