import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { callNow } from './look-at-call.js';

async function standing(live: number, ended: number) {
  const desk = await MemoryDesk.launched();
  const { definition } = desk.memory.world;
  return callNow(
    { definition, facts: desk.memory.facts(desk.call), live, ended },
    { now: desk.clock.moment, offsetMs: 1000 },
  );
}

test('a call rests until the next end that it fixes itself, by the real clock', async () => {
  const now = await standing(2, 0);
  expect(now).toMatchObject({ ended: false, on: expect.stringMatching(/^2024-/) });
  expect(now.sentence).toMatch(/in corso 2, concluse 0\. Chiude /);
  const rests = Date.parse(now.timer ?? '') + 1000 - (now.waitMs ?? 0);
  expect(new Date(rests).toISOString()).toBe('2024-05-08T08:00:00.000Z');
});

test.each([
  [0, 2, true],
  [1, 1, false],
  [0, 0, false],
])('with %i that go on and %i that ended its process has ended: %s', async (live, ended, over) => {
  expect((await standing(live, ended)).ended).toBe(over);
});
