import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { askExtensionBy } from './ask-extension.js';
import { readCase } from './case.js';
import { admitted, type History } from './made-up-facts.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

function lastDays({ facts }: History): Record<string, string | undefined> {
  const { terms } = readCase(send, { call: [], application: facts });
  return Object.fromEntries(terms.map((each) => [each.id, askExtensionBy(each)]));
}

const contract = () =>
  admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-19');

test('an extension of a long term is asked for by the last working day not after its end', () => {
  // 90 days from Monday 19 August 2024: Sunday 17 November moves to Monday 18.
  expect(lastDays(contract())['contractUpload']).toBe('2024-11-18');
});

test('terms of a few days, terms of the office and terms that are met have no such day', () => {
  expect(lastDays(admitted())['cupEntry']).toBeUndefined();
  expect(lastDays(contract())['answer']).toBeUndefined();
});
