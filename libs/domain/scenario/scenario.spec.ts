import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { admit } from '../application/admit/admit.js';
import { admitted, type History } from '../application/case/made-up-facts.js';
import { factSentence } from '../application/explain/history-words.js';
import { SCENARIOS } from '../fact/scenario.js';
import { scenarioIn } from './scenario-in.js';
import { SCENARIO_WORDS } from './scenario-words.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const chosen = (history: History, scenario: 0 | 1 | 2 | 3) =>
  history.add('scenario.chosen', '2024-07-24', { scenario });
const valueIn = (facts: readonly Fact[]) => scenarioIn(facts)?.body.scenario;

test('the last one on record holds; one that was voided does not', () => {
  expect(valueIn(admitted().facts)).toBeUndefined();
  const history = chosen(chosen(admitted(), 1), 2);
  expect(valueIn(history.facts)).toBe(2);
  history.add('fact.voided', '2024-07-25', {}, { corrects: history.facts.at(-1)?.id ?? '' });
  expect(valueIn(history.facts)).toBe(1);
});

test('the same one is not chosen twice', () => {
  const { facts } = chosen(admitted(), 1);
  const again = (scenario: 0 | 1 | 2 | 3) => {
    const {
      id: _id,
      seq: _seq,
      recordedAt: _at,
      ...fact
    } = chosen(admitted(), scenario).facts.at(-1) as Fact;
    const now = epochMs(instantAt('2024-07-25', '10:00'));
    return admit(fact as NewFact, send, { call: [], application: facts }, now)?.code;
  };
  expect([again(1), again(3)]).toEqual(['FATTO-14', undefined]);
});

test('each says who contracts, who signs and what is uploaded, and stands in the history in words', () => {
  for (const scenario of SCENARIOS) {
    const { who, contract, cre, upload } = SCENARIO_WORDS[scenario];
    expect([contract, cre, upload].filter((each) => !each.endsWith('.'))).toEqual([]);
    const fact = chosen(admitted(), scenario).facts.at(-1) as Fact;
    const names = { person: () => '', body: () => '' };
    expect(factSentence(send, fact, names)).toBe(`Chi fa cosa: ${who} (scenario ${scenario}).`);
  }
});
