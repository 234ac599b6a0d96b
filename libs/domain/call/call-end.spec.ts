import { readFileSync } from 'node:fs';
import { callEnd } from './call-end.js';
import type { CallDefinition } from './definition.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

test('a call closes at the end that it names', () => {
  expect(callEnd(send)).toMatchObject({ end: '2024-09-20', cutOff: '23:59' });
});

test('a call without such an end never closes', () => {
  expect(callEnd({ ...send, terms: [] })).toBeUndefined();
});
