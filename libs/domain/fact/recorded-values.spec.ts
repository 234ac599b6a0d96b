import { History } from '#domain/application/case/made-up-facts.js';
import { effectiveFacts } from './effective-facts.js';
import { latestValue, recordedValues } from './recorded-values.js';

const told = ({ facts }: History) =>
  recordedValues(effectiveFacts(facts)).map(({ name, value, round }) => [name, value, round]);

test('what a second act brings stands beside the first, and is the one that is spoken of', () => {
  const history = new History()
    .milestone('payment', '2025-09-01', { data: { paidCents: 1_000 } })
    .milestone('payment', '2025-11-12', { data: { paidCents: 2_000 } });
  expect(told(history)).toEqual([
    ['paidCents', 1_000, 1],
    ['paidCents', 2_000, 2],
  ]);
  expect(latestValue(recordedValues(history.facts), 'paidCents')).toBe(2_000);
});

test('rounds follow the days of the acts, not the order in which they became known', () => {
  const history = new History()
    .milestone('payment', '2025-11-12', { data: { paidCents: 2_000 } })
    .milestone('payment', '2025-09-01', { data: { paidCents: 1_000 } });
  expect(told(history)).toEqual([
    ['paidCents', 2_000, 2],
    ['paidCents', 1_000, 1],
  ]);
});

test('a correction keeps the round, and what was left empty is no value', () => {
  const history = new History()
    .milestone('contract', '2025-03-03', { data: { cig: 'wrong', contractDate: '2025-03-01' } })
    .milestone('contract', '2025-03-03', { data: { cig: 'right', contractDate: '' }, corrects: 'fact-1' });
  expect(told(history)).toEqual([['cig', 'right', 1]]);
});

test('acts that share the name of a field have rounds of their own', () => {
  const history = new History()
    .milestone('readmittedToCup', '2025-01-10', { data: { newEnd: '2025-01-20' } })
    .milestone('readmittedToWorks', '2025-05-10', { data: { newEnd: '2025-09-30' } });
  expect(told(history)).toEqual([
    ['newEnd', '2025-01-20', 1],
    ['newEnd', '2025-09-30', 1],
  ]);
});
