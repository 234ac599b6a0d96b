import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from '../case/case.js';
import { History } from '../case/made-up-facts.js';
import { decide } from './decide.js';
import { madeUpInput } from './made-up-input.js';
import { stillHolds } from './still-holds.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const at = (date: LocalDate, time = '08:00') => epochMs(instantAt(date, time));

const decided = (history: History, now: number) => decide(madeUpInput(send, history, now));
const weekly = (history: History, now: number) =>
  decided(history, now).messages.filter((each) => each.kind === 'stillOwed');

/** Who is asked for the decision and for the three papers before the sending. */
const OWING = ['legalRepresentative', 'referent', 'rup', 'secretary'];

/** Sent officially on a Monday with nothing filed here; the office learned of it on the Thursday. */
const sent = () =>
  new History()
    .opened('2024-05-08')
    .milestone('submission', '2024-06-03', { time: '11:20:00', recorded: '2024-06-06' });

test('whoever owes what an official act went on without is told on the Monday after it became known', () => {
  expect(weekly(sent(), at('2024-06-06', '09:00'))).toEqual([]);
  const told = weekly(sent(), at('2024-06-10', '07:30'));
  expect(told.map(({ person }) => person).toSorted()).toEqual(OWING);
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
});

test('it is told once a week while something is owed, and of what is the reader’s own', () => {
  const mayor = (history: History, now: number) =>
    weekly(history, now).find(({ person }) => person === 'legalRepresentative');
  expect(mayor(sent(), at('2024-06-10'))?.body).toEqual({
    things: expect.arrayContaining([{ requirement: 'signedApplication' }]),
  });
  const referent = weekly(sent(), at('2024-06-10')).find(({ person }) => person === 'referent');
  expect(referent?.body.things).not.toContainEqual({ requirement: 'signedApplication' });
  expect(mayor(sent(), at('2024-06-10'))?.key).toBe(mayor(sent(), at('2024-06-12'))?.key);
  expect(mayor(sent(), at('2024-06-17'))?.key).not.toBe(mayor(sent(), at('2024-06-10'))?.key);
});

test('it no longer holds once the thing is there or waits for the office, nor when the case is over', () => {
  const history = sent();
  const message = weekly(history, at('2024-06-10')).find((each) => each.person === 'legalRepresentative');
  if (message === undefined) throw new Error('nobody is told');
  const holds = (later: History) =>
    stillHolds(
      message,
      readCase(send, { call: [], application: later.facts }),
      later.facts,
      at('2024-06-10', '09:00'),
    );
  expect(holds(history)).toBeUndefined();
  const filed = sent()
    .filed('signedApplication', '2024-06-10')
    .milestone('participation', '2024-06-10', { outcome: 'yes' });
  expect(holds(filed)).toBe('done');
  const over = sent().milestone('admission', '2024-07-23', { outcome: 'notAdmitted' });
  over.milestone('notAdmittedRemedy', '2024-08-01', { outcome: 'closed' });
  expect(weekly(over, at('2024-08-05'))).toEqual([]);
});

test('what is owed stops no official reminder', () => {
  const admitted = sent().milestone('admission', '2024-07-23', { outcome: 'admitted', time: '11:02:00' });
  const kinds = decided(admitted, at('2024-07-24')).messages.map(({ kind }) => kind);
  expect(kinds).toContain('reminder');
});
