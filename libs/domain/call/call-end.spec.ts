import { readFileSync } from 'node:fs';
import { callEnd } from './call-end.js';
import type { CallDefinition } from './definition.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

test('a call closes at the end that it names', () => {
  expect(callEnd(send)).toMatchObject({ end: '2024-09-20', cutOff: '23:59' });
});

test('an extension moves the end, and the old one stays in sight', () => {
  const extension = {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 1',
    actDate: '2024-09-10',
    knownOn: '2024-09-10',
    newEnd: '2024-12-06',
  } as const;
  const end = callEnd(send, [extension, { ...extension, term: 'completion', newEnd: '2030-01-01' }]);
  expect(end?.history.map((each) => each.end)).toEqual(['2024-09-20', '2024-12-06']);
  expect(end?.end).toBe('2024-12-06');
});

test('a call without such an end never closes', () => {
  expect(callEnd({ ...send, terms: [] })).toBeUndefined();
});
