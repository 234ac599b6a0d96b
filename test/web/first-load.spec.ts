import { firstLoads } from './first-load.js';

const KILOBYTE = 1000;

test('no page needs more than 200 kB of scripts and 60 kB of styles, compressed, before it can be used', () => {
  const loads = firstLoads();
  expect(loads.length).toBeGreaterThan(10);
  const over = loads.filter(
    ({ scripts, styles }) => scripts > 200 * KILOBYTE || styles > 60 * KILOBYTE || styles === 0,
  );
  expect(over).toEqual([]);
});
