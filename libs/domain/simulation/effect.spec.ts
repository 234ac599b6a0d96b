import { atHoursOf } from '#domain/application/decide/made-up-input.js';
import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { admitted, History } from '#domain/application/case/made-up-facts.js';
import type { ToldMessage } from '#domain/application/decide/decide.js';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import { effectOf, type PendingMessage } from './effect.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const NOW = epochMs(instantAt('2024-07-25', '10:00'));
const CUP = { id: 'cupEntry', round: 1, end: '2024-07-29', safeEnd: '2024-07-26' } as const;

const reminded = (person: string, state: ToldMessage['state']): ToldMessage => ({
  key: `a/cupEntry#1/${CUP.end}/${person}`,
  kind: 'reminder',
  person,
  term: CUP,
  state,
  deliverAt: '2024-07-24T06:00:00Z',
});

const history = admitted();
const streams = { call: [], application: history.facts };
const input = {
  application: 'a',
  definition: send,
  streams,
  told: [reminded('giulia', 'sent'), reminded('elena', 'sent'), reminded('silvia', 'skipped')],
  recipients: () => [],
  writtenTo: atHoursOf,
  isClosed: () => false,
  now: NOW,
};
const waiting: PendingMessage = {
  key: 'a/cupEntry#1/0/giulia',
  kind: 'reminder',
  person: 'giulia',
  deliverAt: '2024-07-26T06:00:00Z',
  term: CUP,
  body: {},
};
const admission = history.facts.at(-1)?.id ?? '';

test('a correction tells whoever had the wrong date, and cancels what was to be sent with it', () => {
  const corrected = admitted().milestone('admission', '2024-07-25', {
    outcome: 'admitted',
    corrects: admission,
  });
  const effect = effectOf(input, [waiting], { call: [], application: corrected.facts });
  expect(effect.terms).toMatchObject([
    {
      id: 'cupEntry',
      before: { end: '2024-07-29', safeEnd: '2024-07-26' },
      after: { end: '2024-07-30', safeEnd: '2024-07-30' },
    },
  ]);
  expect(effect.told.map(({ person, kind }) => [person, kind])).toEqual([
    ['giulia', 'dateCorrected'],
    ['elena', 'dateCorrected'],
  ]);
  expect(effect.cancelled).toEqual([{ ...waiting, why: 'termMoved' }]);
});

test('voiding the PEC takes the term away, and the stage goes back', () => {
  const voided = admitted().add('fact.voided', '2024-07-25', {}, { corrects: admission });
  const effect = effectOf(input, [waiting], { call: [], application: voided.facts });
  expect([effect.before.stage.id, effect.after.stage.id]).toEqual(['cup', 'admission']);
  expect(effect.terms.map(({ id, after }) => [id, after])).toEqual([['cupEntry', undefined]]);
  expect(effect.told).toHaveLength(2);
});

test('what changes nothing says nothing', () => {
  const effect = effectOf(input, [waiting], streams);
  expect(effect).toMatchObject({ terms: [], told: [], cancelled: [], planned: [], decided: [] });
});

test('dates that move ask nothing of who was in time, nor of who takes no part any more', () => {
  const extended = new History().add('term.amended', '2024-06-20', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 9/2024',
    actDate: '2024-06-20',
    knownOn: '2024-06-20',
    newEnd: '2024-12-06',
  });
  const movedFor = (history: History) =>
    effectOf({ ...input, streams: { call: [], application: history.facts } }, [], {
      call: extended.facts,
      application: history.facts,
    }).terms.find((each) => each.id === 'callEnd');
  const opened = () => new History().opened('2024-05-28');
  expect(movedFor(admitted())).toMatchObject({ settled: 'met' });
  expect(movedFor(opened().milestone('participation', '2024-06-03', { outcome: 'no' }))).toMatchObject({
    settled: 'moot',
  });
  expect(movedFor(opened())).not.toHaveProperty('settled');
});
