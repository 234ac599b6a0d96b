import { Patience } from './patience.js';

const MINUTE = 60_000;

test('a union waits while cases were slept over, and no longer than two minutes', () => {
  const patience = new Patience();
  expect(patience.waits('u', 100, 0)).toBe(true);
  expect(patience.waits('u', 100, 2 * MINUTE - 1)).toBe(true);
  expect(patience.waits('u', 100, 2 * MINUTE)).toBe(false);
  expect(patience.waits('v', 100, 2 * MINUTE)).toBe(true);
});

test('all looked at, the next standstill is waited for anew', () => {
  const patience = new Patience();
  patience.waits('u', 100, 0);
  expect(patience.waits('u', undefined, MINUTE)).toBe(false);
  expect(patience.waits('u', 200, 5 * MINUTE)).toBe(true);
});

test('a case that can never be looked at holds up no later digest', () => {
  const patience = new Patience();
  patience.waits('u', 100, 0);
  expect(patience.waits('u', 100, 60 * MINUTE)).toBe(false);
  expect(patience.waits('u', 200, 60 * MINUTE)).toBe(true);
  expect(patience.waits('u', 200, 63 * MINUTE)).toBe(false);
});
