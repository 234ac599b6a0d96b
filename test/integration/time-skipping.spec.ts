import { startTimeSkipping } from '../support/time-skipping.js';

test('the time-skipping server passes 90 days in a moment', async () => {
  const environment = await startTimeSkipping();
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('90 days');
    const days = ((await environment.currentTimeMs()) - before) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(90);
    expect(days).toBeLessThan(90.01);
  } finally {
    await environment.teardown();
  }
});
