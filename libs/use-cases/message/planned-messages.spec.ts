import { madeUpGlance } from '#domain/desk/made-up-glances.js';
import { epochMs, instantAt, localAt } from '#domain/calendar/local-date.js';
import type { GlanceNext } from '#domain/desk/glance.js';
import type { Seen } from '../desk/seen.js';
import { Who } from '#domain/desk/who.js';
import type { StoredApplication } from '../ports/desk-queries.js';
import { plannedMessages } from './planned-messages.js';

const now = epochMs(instantAt('2027-03-26', '08:05'));
const seen = (next: GlanceNext): Seen => ({
  now,
  at: localAt(now),
  applications: [
    {
      id: 'application',
      number: 'ULL-2027-0001',
      slug: 'rivello-send',
      call: { shortTitle: 'SEND' },
      applicant: { id: 'rivello', name: 'Rivello' },
      glance: madeUpGlance({ coming: [next] }),
    } as StoredApplication,
  ],
  who: new Who(
    { people: new Map(), memberships: [], absences: [] },
    { unionBody: 'union', phones: true, today: '2027-03-26' },
  ),
});

test('a planned question is told by what it asks, not by the state that waits', () => {
  const question: GlanceNext = {
    kind: 'question',
    on: '2027-05-11',
    at: '08:00',
    words: 'domanda al Comune',
    about: 'Inviata, in attesa',
  };
  const [planned] = plannedMessages(seen(question), {});
  expect(planned).toMatchObject({ what: 'Domanda: è arrivato qualcosa via PEC?', people: [] });
  expect(planned).not.toHaveProperty('about');
});

test('a planned reminder says to whom, and about which term', () => {
  const reminder: GlanceNext = {
    kind: 'reminder',
    on: '2027-03-29',
    at: '08:00',
    words: 'promemoria al segretario',
    about: 'inserimento del CUP',
    to: ['secretary'],
  };
  expect(plannedMessages(seen(reminder), {})).toMatchObject([
    { what: 'Promemoria al segretario', about: 'inserimento del CUP' },
  ]);
});
