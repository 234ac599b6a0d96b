import { readFileSync } from 'node:fs';
import type { CallDefinition } from './definition.js';
import { type Candidate, eligibility } from './eligibility.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

const comune = (count: number): Candidate => ({ kind: 'comune', residents: [{ on: '2022-01-01', count }] });

test.each([
  [0, 2_314_700],
  [5_000, 2_314_700],
  [5_001, 3_258_900],
  [20_000, 3_258_900],
  [20_001, 5_996_600],
  [100_001, 6_900_000],
  [250_001, 9_724_700],
])('a comune of %i residents may ask for %i cents', (count, amountCents) => {
  expect(eligibility(send, comune(count))).toEqual({
    eligible: true,
    amountCents,
    residents: count,
    residentsOn: '2022-01-01',
  });
});

test('residents are those of the day that the call names, not the latest', () => {
  const residents = [
    { on: '2024-01-01', count: 4_900 },
    { on: '2022-01-01', count: 5_100 },
    { on: '2021-01-01', count: 4_800 },
  ] as const;
  expect(eligibility(send, { kind: 'comune', residents })).toMatchObject({
    amountCents: 3_258_900,
    residents: 5_100,
    residentsOn: '2022-01-01',
  });
});

test('without a count of that day the last one before it counts', () => {
  const residents = [
    { on: '2020-01-01', count: 5_100 },
    { on: '2021-01-01', count: 4_800 },
  ] as const;
  expect(eligibility(send, { kind: 'comune', residents })).toMatchObject({ residents: 4_800 });
});

test('a comune whose residents are only known for later must have them entered first', () => {
  const residents = [{ on: '2023-01-01', count: 4_800 }] as const;
  expect(eligibility(send, { kind: 'comune', residents })).toEqual({
    eligible: false,
    code: 'AVV-02',
    detail: 'Manca la popolazione al 1° gennaio 2022: registrala con la sua fonte.',
  });
});

test('a union cannot apply to a call for comuni', () => {
  expect(eligibility(send, { kind: 'union', residents: [] })).toMatchObject({
    eligible: false,
    code: 'AVV-01',
  });
});

test('a call for 5.000 to 25.000 residents takes both edges and nobody beyond', () => {
  const call = { ...send, eligibility: { ...send.eligibility, minResidents: 5_000, maxResidents: 25_000 } };
  const taken = [4_999, 5_000, 25_000, 25_001].map((count) => eligibility(call, comune(count)).eligible);
  expect(taken).toEqual([false, true, true, false]);
  expect(eligibility(call, comune(4_999))).toMatchObject({
    code: 'AVV-03',
    detail:
      'Non ammissibile: 4.999 abitanti al 1° gennaio 2022, e l’avviso è per chi ne ha da 5.000 a 25.000.',
  });
});
