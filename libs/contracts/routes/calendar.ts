import { calendarAnswer, newCalendarAnswer } from '../calendar.js';
import type { Address, RouteForm } from './route.js';

/** A person’s terms in the calendar that they use anyway. */
export const calendar = {
  'GET /me/calendar': {
    id: 'readCalendar',
    summary: 'Se le mie scadenze hanno un indirizzo, e da quando.',
    answer: calendarAnswer,
  },
  'POST /me/calendar': {
    id: 'makeCalendar',
    summary: 'Crea l’indirizzo segreto delle mie scadenze; quello di prima non vale più.',
    security: 'session',
    status: 201,
    answer: newCalendarAnswer,
  },
  'DELETE /me/calendar': {
    id: 'endCalendar',
    summary: 'Chiude l’indirizzo delle mie scadenze.',
  },
  'GET /calendario/:file': {
    id: 'subscribeCalendar',
    summary: 'Le scadenze di una persona, per il suo calendario (iCalendar).',
    description:
      'Il nome del file è il segreto seguito da `.ics`: chi lo ha legge le scadenze, e nient’altro.',
    security: 'link',
    answer: { media: 'text/calendar' },
    problems: ['CAL-404', 'CAL-429'],
  },
} as const satisfies Record<Address, RouteForm>;
