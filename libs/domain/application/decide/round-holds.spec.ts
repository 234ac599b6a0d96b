import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from '../case/case.js';
import { type History, participating } from '../case/made-up-facts.js';
import { stillHolds } from './still-holds.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

/** Sent on Monday 3 June 2024. */
const waiting = () => participating().milestone('submission', '2024-06-03', { time: '11:20:00' });
const round = { kind: 'officeRound', body: { stage: 'admission', since: '2024-06-03' } } as const;
const holds = (history: History, on: LocalDate) =>
  stillHolds(
    round,
    readCase(send, { call: [], application: history.facts }),
    history.facts,
    epochMs(instantAt(on, '07:45')),
  );

test('the weekly round is asked for until the platform was looked at in that week', () => {
  expect(holds(waiting(), '2024-06-10')).toBeUndefined();
  const checked = waiting().add('outside.checked', '2024-06-10', { stage: 'admission' });
  expect(holds(checked, '2024-06-11')).toBe('done');
  expect(holds(checked, '2024-06-17')).toBeUndefined();
});

/** 21 April 2025 is Easter Monday. */
test('a round that was made on the Friday before a Monday of holiday is not asked for on the Tuesday', () => {
  const checked = waiting().add('outside.checked', '2025-04-18', { stage: 'admission' });
  expect(holds(checked, '2025-04-22')).toBe('done');
  expect(holds(checked, '2025-04-28')).toBeUndefined();
});
