import { readFileSync } from 'node:fs';
import type { CallDefinition } from './definition.js';
import { sourcesOf } from './sources.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

test('what the sources of SEND leave open is asked of the office at launch, terms of interrupts too', () => {
  const open = sourcesOf(send).filter(({ source }) => !source.confirmed);
  expect(open.map(({ id }) => id)).toEqual([
    'contractUpload',
    'worksEnd',
    'correctionEnd',
    'clarificationEnd',
    'readmission',
    'amounts',
    'invitation',
  ]);
});

test('no two sources have one name, so that a launch confirms what it means', () => {
  const ids = sourcesOf(send).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
