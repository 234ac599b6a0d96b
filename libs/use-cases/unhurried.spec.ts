import { setImmediate as aMoment } from 'node:timers/promises';
import { Unhurried } from './unhurried.js';

test('of many reckonings one goes on at a time, and others are served at each of its moments', async () => {
  const line = new Unhurried();
  const said: string[] = [];
  function* reckoning(name: string): Generator<undefined, string> {
    for (let moment = 0; moment < 3; moment += 1) {
      said.push(name);
      yield;
    }
    return name;
  }
  const both = Promise.all([line.run(reckoning('a')), line.run(reckoning('b'))]);
  for (let asked = 0; asked < 20; asked += 1) {
    await aMoment();
    said.push('.');
  }
  expect(await both).toEqual(['a', 'b']);
  const order = said.join('').replaceAll('.', '');
  expect(order).toBe('aaabbb');
  expect(said.join('')).not.toMatch(/[ab]{2}/);
});

test('one that fails is told to who asked for it, and the next one goes on', async () => {
  const line = new Unhurried();
  // oxlint-disable-next-line require-yield
  function* failing(): Generator<undefined, string> {
    throw new Error('a definition that goes in circles');
  }
  // oxlint-disable-next-line require-yield
  function* fine(): Generator<undefined, string> {
    return 'fine';
  }
  const failed = line.run(failing());
  const next = line.run(fine());
  await expect(failed).rejects.toThrow('circles');
  expect(await next).toBe('fine');
});
