import { cupConflicts } from './cup-conflict.js';

const cup = 'J81F22000840006';

test('a CUP that nobody else carries has no conflict', () => {
  expect(cupConflicts(cup, 'rivello', [{ cup: 'I21F22001720006', body: 'maratea', live: true }])).toEqual({
    kind: 'none',
  });
});

test('the same body may use its CUP again after a withdrawal', () => {
  const uses = [{ cup, body: 'rivello', live: false }];
  expect(cupConflicts(cup, 'rivello', uses)).toEqual({ kind: 'reuseAfterWithdrawal', uses });
});

test('two live projects of one body on one CUP are a finding', () => {
  const live = { cup: 'j81f 2200 0840 006', body: 'rivello', live: true };
  const uses = [{ cup, body: 'rivello', live: false }, live];
  expect(cupConflicts(cup, 'rivello', uses)).toMatchObject({
    kind: 'liveTwiceSameBody',
    code: 'CUP-11',
    uses: [live],
  });
});

test.each([true, false])('the CUP of another body is a finding, live or not (%s)', (live) => {
  const other = { cup, body: 'lauria', live };
  const uses = [{ cup, body: 'rivello', live: true }, other];
  expect(cupConflicts(cup, 'rivello', uses)).toMatchObject({
    kind: 'otherBody',
    code: 'CUP-12',
    uses: [other],
  });
});

test('an empty CUP conflicts with nothing', () => {
  expect(cupConflicts(' ', 'rivello', [{ cup: '', body: 'lauria', live: true }])).toEqual({ kind: 'none' });
});
