import ical, { ICalEventTransparency } from 'ical-generator';
import type { Deadline } from '#contracts/deadlines.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { inWords, momentInWords } from '#domain/calendar/words.js';
import type { ReadCalendarAnswer } from '#use-cases/calendar/read-calendar.js';

/** How often a calendar program should ask again, in seconds; many ask less often whatever one says. */
const REFRESH_SECONDS = 3600;

/**
 * Terms as iCalendar (RFC 5545): each is an event of the whole day to work by, and the official end stands in its text.
 * A term keeps its UID when it moves, so that its event moves and does not stand there twice.
 *
 * @param pages address of the pages, without a slash at its end; links lead there.
 */
export function deadlinesCalendar({ deadlines, at }: ReadCalendarAnswer, pages: string): string {
  const calendar = ical({
    name: 'Capofila · Scadenze',
    prodId: { company: 'Capofila', product: 'Scadenze', language: 'IT' },
    ttl: REFRESH_SECONDS,
  });
  for (const each of deadlines) {
    const page = `${pages}/candidature/${each.application.slug}`;
    calendar.createEvent({
      id: `${each.application.id}.${each.term}.${each.round}@capofila`,
      // What moved is newer than what it was.
      sequence: each.was.length,
      stamp: new Date(at),
      // A civil date: as text it is the same day whatever the machine's zone.
      start: each.workBy,
      allDay: true,
      // A term is no appointment: the day stays free.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: summary(each),
      description: [...sentences(each), page].join('\n'),
      url: page,
    });
  }
  return calendar.toString();
}

const SUFFIX = {
  running: 'lavora entro oggi',
  suspended: 'il termine è sospeso',
  lapsed: 'il termine è passato, si può rimediare',
} as const;

function summary({ applicant, call, label, status }: Deadline): string {
  return `${applicant.name} · ${call.shortTitle}: ${label} — ${SUFFIX[status]}`;
}

function sentences({ missing, official, peremptory, end, cutOff, was }: Deadline): string[] {
  const last = was.at(-1);
  return [
    ...(missing.length === 0 ? [] : [`Manca: ${missing.join(', ')}.`]),
    `${official ? 'Termine ufficiale' : 'Termine interno dell’Unione'}: ${momentInWords({ date: end as LocalDate, time: cutOff }, { year: true })}.`,
    ...(last === undefined ? [] : [`Prima era ${inWords(last as LocalDate, { year: true })}.`]),
    ...(official && peremptory ? ['Dopo, quello che manca non si recupera.'] : []),
    'Il calendario si aggiorna da solo, ma può tardare di qualche ora: la data sicura è quella della pagina.',
  ];
}
