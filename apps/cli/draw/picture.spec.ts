import { readFileSync } from 'node:fs';
import type { CallDefinition, TermDefinition } from '#domain/call/definition.js';
import { interruptsOf, lifeOf } from './picture.js';

const send = (): CallDefinition => JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));
const lines = (picture: string) => picture.split('\n').map((line) => line.trim());

test('a stage says whose turn it is, what is asked and how long it may take', () => {
  expect(lines(lifeOf(send()))).toContain(
    'Cup["<b>CUP da inserire</b>: referente, RUP<br>inserimento del CUP sulla piattaforma<br>1 documento facoltativo<br><i>entro 5 giorni</i>"]:::comune',
  );
});

test('arrows carry the outcome that takes them, and an answer that settles nothing leads back', () => {
  expect(lines(lifeOf(send()))).toEqual(
    expect.arrayContaining([
      'Decision -->|"Partecipiamo"| Preparation',
      'Decision -->|"Parliamone"| Decision',
      'Preparation --> Signature',
      'Correction --> Verification',
    ]),
  );
});

test('every stage is drawn once: in the life, or as an end to which only an interruption leads', () => {
  const definition = send();
  const drawn = (picture: string) =>
    lines(picture).flatMap((line) => /^(\w+)(?:\[|\(\[)"<b>/.exec(line)?.[1] ?? []);
  const inLife = drawn(lifeOf(definition));
  const reached = new Set([...inLife, ...drawn(interruptsOf(definition))].map((id) => id.toLowerCase()));
  expect(inLife).toHaveLength(new Set(inLife).size);
  expect(definition.stages.filter(({ id }) => !reached.has(id.toLowerCase()))).toEqual([]);
});

test('a term of several stages is a box, and one that crosses it is said in its stages', () => {
  const definition = send();
  const end = definition.terms.find(({ id }) => id === 'callEnd') as TermDefinition;
  const crossing = { ...end, id: 'crossing', during: ['submission', 'admission'] };
  const picture = lines(lifeOf({ ...definition, terms: [...definition.terms, crossing] }));
  expect(picture.filter((line) => line.startsWith('subgraph'))).toEqual([
    `subgraph _term_callEnd["chiusura dell'avviso: fino a venerdì 20 settembre 2024"]`,
  ]);
  expect(picture.filter((line) => line.includes('<i>fino a venerdì 20 settembre 2024</i>'))).toHaveLength(2);
});

test('what comes over a stage goes back to it, or leads elsewhere', () => {
  expect(lines(interruptsOf(send()))).toEqual(
    expect.arrayContaining([
      '_any -->|"avvio della revoca"| _over_revocation',
      '_over_revocation -->|"decreto di revoca"| Revoked',
      `_over_revocation -->|"archiviazione della revoca"| _back_revocation([torna dov'era])`,
    ]),
  );
});

test('signs that Mermaid reads are written as words', () => {
  const definition = send();
  const [first, ...rest] = definition.stages;
  if (first === undefined) throw new Error('no stage');
  const stages = [{ ...first, label: 'A "b" <c> #1 & d' }, ...rest];
  expect(lifeOf({ ...definition, stages })).toContain('<b>A #quot;b#quot; #lt;c#gt; #35;1 #amp; d</b>');
});
