import { readFileSync } from 'node:fs';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { buttonOf } from './button.js';

test('every button of SEND says its result in Italian', () => {
  const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
  const buttons = milestonesOf(send).map(buttonOf);
  expect(buttons).toEqual(
    expect.arrayContaining([
      'Registra il CUP',
      'Registra il decreto di finanziamento',
      "Registra l'esito dell'ammissibilità",
      'Registra la decisione di partecipare',
      "Registra la prova dell'invio ufficiale",
      "Registra la reversale d'incasso",
      'Registra la PEC del controllo a campione',
      'Registra il completamento delle attività',
    ]),
  );
  expect(buttons.filter((each) => /«|\b(la la|il il)\b/.test(each))).toEqual([]);
});

test('a noun whose gender its ending does not tell is quoted', () => {
  const milestone = { label: 'collaudante', fields: [] } as unknown as Parameters<typeof buttonOf>[0];
  expect(buttonOf(milestone)).toBe('Registra «collaudante»');
});
