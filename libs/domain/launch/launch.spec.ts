import { internalDates } from './internal-dates.js';
import { flagsOf, missingMeans } from './red-flags.js';
import { tightTimes } from './tight-times.js';

test('internal dates are counted backwards in working days', () => {
  expect(internalDates('2024-09-20', () => false)).toEqual([
    { id: 'kit', label: 'kit di firma pronto', on: '2024-09-06' },
    { id: 'checks', label: 'tutto controllato', on: '2024-09-13' },
    { id: 'end', label: 'ultimo giorno di lavoro', on: '2024-09-20' },
  ]);
});

test('closed weeks make them earlier, and it is said', () => {
  const closed = (date: string) => date >= '2024-08-10' && date <= '2024-08-20';
  const [kit, checks] = internalDates('2024-08-27', closed);
  expect(checks).toMatchObject({
    on: '2024-08-09',
    note: 'Senza i giorni di chiusura del Comune sarebbe il 20 agosto.',
  });
  expect(kit?.on).toBe('2024-08-02');
});

const TODAY = '2027-01-11';
const END = '2027-03-10';

test('red flags are said in words: signature, mandate, absence', () => {
  const mayor = {
    role: 'legalRepresentative',
    person: 'antonio',
    until: '2027-03-01',
    means: [{ kind: 'digitalSignature', expiresOn: '2027-03-02' }],
  } as const;
  expect(flagsOf(mayor, TODAY, END)).toEqual([
    'mandato fino al 1° marzo 2027',
    'firma digitale scade il 2 marzo 2027',
  ]);
  expect(flagsOf({ ...mayor, until: '2028-01-01', means: [] }, TODAY, END)).toEqual([
    'firma digitale: non risulta',
  ]);
  const away = { from: '2027-02-01', to: '2027-02-20', substitute: false } as const;
  expect(flagsOf({ role: 'referent', person: 'giulia', away, means: [] }, TODAY, END)).toEqual([
    'assente dal 1° febbraio 2027 al 20 febbraio 2027, senza sostituto',
  ]);
  expect(flagsOf({ role: 'referent', means: [] }, TODAY, END)).toEqual(['nessuno ha questo incarico']);
});

test('what nobody of the comune has is said once', () => {
  const means = [{ kind: 'platformUser', expiresOn: '2027-01-01' }] as const;
  expect(missingMeans([{ role: 'rup', person: 'elena', means }], TODAY)).toEqual([
    'utenza piattaforma: nessuna',
    'abilitazione al Sistema CUP: nessuna',
  ]);
  const all = [
    { kind: 'platformUser', expiresOn: null },
    { kind: 'sistemaCup', expiresOn: '2028-01-01' },
  ] as const;
  expect(missingMeans([{ role: 'rup', person: 'elena', means: all }], TODAY)).toEqual([]);
});

test('a launch near the end says what is tight: when the call closes, and which internal date has passed', () => {
  const dates = internalDates('2027-04-02', () => false);
  expect(tightTimes('2027-03-26', '2027-04-04', [...dates, ...dates])).toEqual([
    'l’avviso chiude domenica 4 aprile, fra 9 giorni',
    '«kit di firma pronto» era giovedì 18 marzo',
    '«tutto controllato» era giovedì 25 marzo',
  ]);
  expect(tightTimes('2027-04-03', '2027-04-04', [])).toEqual([
    'l’avviso chiude domenica 4 aprile, cioè domani',
  ]);
  expect(tightTimes('2027-04-05', '2027-04-04', dates)).toEqual([
    'l’avviso ha già chiuso domenica 4 aprile 2027',
  ]);
  expect(tightTimes('2027-01-11', '2027-04-04', dates)).toEqual([]);
  expect(tightTimes('2027-01-11', undefined, [])).toEqual([]);
});
