import { readFileSync } from 'node:fs';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { NewFact } from '#domain/fact/fact.js';
import { admit } from './admit.js';
import { admitted, type History, participating } from '../case/made-up-facts.js';
import { tidied } from './tidy.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const NOW = epochMs(instantAt('2025-06-30', '12:00'));

function fact<T extends FactType>(type: T, body: FactBodies[T], more: Partial<NewFact> = {}): NewFact {
  const told = { legalDate: '2024-08-01', legalSource: 'received', channel: 'web' };
  return { type, body, ...told, ...more } as NewFact;
}

const code = (what: NewFact, history: History) =>
  admit(what, send, { call: [], application: history.facts }, NOW)?.code;

const step = (milestone: string, outcome?: string, data: Record<string, string | number> = {}) =>
  fact('milestone.recorded', {
    milestone,
    data,
    proof: 'proof',
    ...(outcome === undefined ? {} : { outcome }),
  });

const CUP = { cup: 'J81F22003840006' };
const decree = { decreeNumber: '127', decreedCents: 1 };

test('a document is sent back only with what is wrong with it', () => {
  const filed = participating().filed('participationAct', '2024-05-20');
  const review = (reason?: string) =>
    fact('document.reviewed', {
      requirement: 'participationAct',
      document: 'participationAct-3',
      verdict: 'returned',
      ...(reason === undefined ? {} : { reason }),
    });
  expect(code(review(), filed)).toBe('DOC-104');
  expect(code(review('  '), filed)).toBe('DOC-104');
  expect(code(review('manca la firma'), filed)).toBeUndefined();
});

test('a go-ahead is refused only with a reason', () => {
  const answer = fact('approval.answered', { approval: 'ok/secretary', person: 'p', verdict: 'returned' });
  expect(code(answer, participating())).toBe('APPR-03');
});

test('a CUP of a year after the fact, or with an unusual first letter, is taken', () => {
  expect(code(step('cup', undefined, { cup: 'J81F99003840006' }), admitted())).toBeUndefined();
  expect(code(step('cup', undefined, { cup: 'Z81F22003840006' }), admitted())).toBeUndefined();
  expect(code(step('cup', undefined, { cup: 'J81F2200384O006' }), admitted())).toBe('CUP-03');
});

test('a CIG is checked by its rules, also where a definition calls it text', () => {
  const contract = (cig: string) => step('contract', undefined, { contractDate: '2024-07-01', cig });
  expect(code(contract('NOT A CIG'), admitted())).toBe('CIG-01');
  expect(code(contract('8000055E39'), admitted())).toBe('CIG-02');
  expect(code(contract(' 8000055e38'), admitted())).toBeUndefined();
  const streams = { call: [], application: admitted().facts };
  expect(tidied(contract(' 8000055e38'), send, streams).body).toMatchObject({ data: { cig: '8000055E38' } });
});

test('a tax code is checked by its rules', () => {
  const definition = structuredClone(send);
  const contract = milestonesOf(definition).find((each) => each.id === 'contract');
  contract?.fields.push({
    name: 'supplier',
    label: 'Codice fiscale del fornitore',
    type: 'taxCode',
    required: true,
  });
  const of = (supplier: string) =>
    admit(
      step('contract', undefined, { contractDate: '2024-07-01', supplier }),
      definition,
      { call: [], application: admitted().facts },
      NOW,
    );
  expect(of('00743110157')).toBeUndefined();
  expect(of('00743110158')).toMatchObject({ code: 'CF-02', field: 'body.data.supplier' });
});

test('what is wrong in one field names it, whatever its label says', () => {
  const field = (what: NewFact) => admit(what, send, { call: [], application: admitted().facts }, NOW)?.field;
  expect(field(step('cup', undefined, { cup: 'J81F2200384O006' }))).toBe('body.data.cup');
  expect(field(step('decree', undefined, { decreeNumber: '1' }))).toBe('body.data.decreedCents');
  const unproven = step('cup', undefined, CUP);
  expect(field({ ...unproven, body: { milestone: 'cup', data: CUP } } as NewFact)).toBe('body.proof');
  expect(field(step('nothing'))).toBeUndefined();
});

test('a CUP is kept as Sistema CUP writes it', () => {
  const streams = { call: [], application: admitted().facts };
  expect(tidied(step('cup', undefined, { cup: ' j81f 2200384 0006 ' }), send, streams).body).toMatchObject({
    data: CUP,
  });
});

test('a date that does not exist is refused in a field too', () => {
  const contract = { contractDate: '2024-02-30', cig: 'B3C4D5E6F7' };
  expect(code(step('contract', undefined, contract), admitted())).toBe('DATO-02');
});

describe('a step recorded again', () => {
  test('is refused once the case has gone on', () => {
    expect(code(step('participation', 'no'), participating())).toBe('FATTO-11');
    expect(code(step('participation', 'talk'), participating())).toBe('FATTO-11');
    const withCup = admitted().milestone('cup', '2024-07-26', { data: CUP });
    expect(code(step('cup', undefined, CUP), withCup)).toBe('FATTO-11');
  });

  test('is taken as a correction', () => {
    const history = admitted().milestone('cup', '2024-07-26', { data: CUP });
    const again = { ...step('cup', undefined, CUP), corrects: `fact-${history.facts.length}` };
    expect(code(again, history)).toBeUndefined();
  });

  test('is taken before its stage has come, but once', () => {
    expect(code(step('decree', undefined, decree), admitted())).toBeUndefined();
    const early = admitted().milestone('decree', '2024-08-01', { data: decree });
    expect(code(step('decree', undefined, decree), early)).toBe('FATTO-11');
    expect(code(step('cup', undefined, CUP), early)).toBeUndefined();
  });

  test('is refused while its stage waits for something else', () => {
    const contract = { contractDate: '2024-08-01', cig: 'B3C4D5E6F7' };
    const history = admitted()
      .milestone('cup', '2024-07-26', { data: CUP })
      .milestone('decree', '2024-07-28', { data: decree })
      .milestone('contract', '2024-08-01', { data: contract });
    expect(code(step('contract', undefined, contract), history)).toBe('FATTO-11');
  });

  test('is taken while it leaves the stage waiting', () => {
    const talking = participating();
    talking.facts.pop();
    talking.milestone('participation', '2024-05-10', { outcome: 'talk' });
    expect(code(step('participation', 'talk'), talking)).toBeUndefined();
    expect(code(step('participation', 'yes'), talking)).toBeUndefined();
  });

  test('is taken in the next round, as often as a round can come', () => {
    const history = admitted()
      .milestone('cup', '2024-07-26', { data: CUP })
      .milestone('decree', '2024-07-28', { data: decree })
      .filed('awardAct', '2024-07-29')
      .reviewed('awardAct', '2024-07-29')
      .milestone('contract', '2024-07-29', { data: { contractDate: '2024-07-29' } })
      .milestone('completion', '2024-07-30')
      .milestone('verification', '2024-07-31', { outcome: 'partial' });
    expect(code(step('verification', 'positive'), history)).toBeUndefined();
    const passed = history
      .milestone('corrected', '2024-07-31')
      .milestone('verification', '2024-07-31', { outcome: 'positive' });
    expect(code(step('verification', 'positive'), passed)).toBe('FATTO-11');
    expect(code(step('corrected'), passed)).toBe('FATTO-11');
  });

  test('is taken as often as the funder asks for clarification, and answered once each time', () => {
    const asked = admitted().milestone('clarificationRequested', '2024-07-25');
    expect(code(step('clarificationRequested'), asked)).toBeUndefined();
    expect(code(step('clarificationAnswered'), asked)).toBeUndefined();
    const answered = asked.milestone('clarificationAnswered', '2024-07-26');
    expect(code(step('clarificationAnswered'), answered)).toBe('FATTO-11');
    expect(code(step('clarificationAnswered'), admitted())).toBeUndefined();
  });
});

test.each([
  ['2024-08-01', undefined],
  ['2024-07-31', 'PROM-01'],
  ['2024-13-45', 'PROM-01'],
  ['lunedì', 'PROM-01'],
])('a promise for %s: %s', (until, expected) => {
  const promise = { person: 'referent', until } as FactBodies['promise.made'];
  expect(code(fact('promise.made', promise), participating())).toBe(expected);
});

describe('an act that moves a term', () => {
  const moved = (more: object) =>
    fact('term.amended', {
      term: 'callEnd',
      kind: 'extension',
      act: 'Decreto',
      actDate: '2024-09-09',
      knownOn: '2024-09-10',
      newEnd: '2024-12-06',
      ...more,
    });

  test.each([
    [{}, undefined],
    [{ knownOn: '2026-06-30' }, 'TERM-11'],
    [{ actDate: '2024-09-11' }, 'TERM-12'],
    [{ newEnd: '9999-12-31' }, 'TERM-13'],
    [{ newEnd: '2024-09-20' }, 'TERM-14'],
    [{ kind: 'reopening', newEnd: '2024-09-20' }, 'TERM-07'],
    [{ newEnd: '2024-09-20', newCutOff: '23:59' }, 'TERM-14'],
    [{ newEnd: '2024-09-19' }, 'TERM-07'],
    [{ kind: 'suspension', newEnd: undefined, from: '2024-09-10', to: '2044-09-10' }, 'TERM-13'],
  ])('%j: %s', (more, expected) => {
    expect(code(moved(more), participating())).toBe(expected);
  });

  test('is looked at also before its term has started', () => {
    expect(code(moved({ term: 'worksEnd', newEnd: '9999-12-31' }), participating())).toBe('TERM-13');
    expect(code(moved({ term: 'worksEnd' }), participating())).toBeUndefined();
  });
});
