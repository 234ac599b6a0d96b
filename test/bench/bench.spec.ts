import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

test('the bench measures both sides and says what it measured in JSON', async () => {
  const args = ['dist/test/bench/main.js', '--json', '--quick'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const figures = {
    unit: 'applications/s',
    value: expect.any(Number),
    baseline: expect.any(Number),
    ratio: expect.any(Number),
    met: expect.any(Boolean),
  };
  expect(JSON.parse(stdout)).toMatchObject({
    server: expect.stringContaining('with fsync'),
    results: [
      { ...figures, name: 'launch', goal: 0.7 },
      { ...figures, name: 'facts', goal: 0.6 },
      { ...figures, name: 'told', goal: 0.9 },
    ],
    pages: [{ page: '/quadro', usableMs: expect.any(Number), goalMs: 1500, met: expect.any(Boolean) }],
    firstLoad: { scriptsBytes: expect.any(Number), stylesBytes: expect.any(Number) },
  });
}, 300_000);
