import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the built command, as `npm run capofila` does. */
function capofila(...words: string[]): Promise<Ran> {
  return capofilaWith({}, words);
}

function capofilaWith(environment: Record<string, string>, words: string[]): Promise<Ran> {
  const options = { maxBuffer: 1e8, env: { ...process.env, ...environment } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/apps/cli/main.js', ...words], options, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out, err });
    });
  });
}

const json = async (...words: string[]) => JSON.parse((await capofila(...words, '--json')).out);

test('term: the legal end, the instant and the day to work by', async () => {
  expect(await json('term', '--from', '2026-09-29', '--days', '5')).toMatchObject({
    end: '2026-10-05',
    instant: '2026-10-05T21:59:00Z',
    safeEnd: '2026-10-02',
  });
  expect(await json('term', '--from', '2026-09-29', '--days', '5', '--roll-over', 'off')).toMatchObject({
    end: '2026-10-04',
  });
  expect(await json('term', '--from', '2025-11-27', '--days', '180', '--cap', '2026-03-31')).toMatchObject({
    end: '2026-03-31',
  });
  expect(await json('term', '--from', '2026-08-03', '--working-days', '20')).toMatchObject({
    end: '2026-08-31',
  });
  expect(await json('term', '--from', '2025-11-30', '--months', '3', '--at', '14:00')).toMatchObject({
    end: '2026-02-28',
    instant: '2026-02-28T13:00:00Z',
  });
});

test.each([
  [['term', '--from', '2026-09-29'], 'exactly one'],
  [['term', '--from', '2026-02-30', '--days', '5'], 'TERM-'],
  [['term', '--days', '5'], '--from'],
  [['term', '--from', '2026-09-29', '--days', '-3'], 'a whole number from 1'],
  [['term', '--from', '2026-09-29', '--days', '0'], 'TERM-02'],
  [['term', '--from', '2026-09-29', '--days', '5', '--at', '24:00'], 'TERM-'],
  [['simulate', '--call', 'nothing', '--comune', '076068', '--from', '2024-05-07'], 'no call nothing'],
  [['simulate', '--call', 'send-comuni-2024', '--comune', '999999', '--from', '2024-05-07'], '999999'],
  [
    [
      'simulate',
      '--call',
      'send-comuni-2024',
      '--comune',
      '076068',
      '--from',
      '2024-05-07',
      '--extend',
      '2024-09-19',
    ],
    'end later',
  ],
  [['definition', 'check', 'nowhere.json'], 'no file'],
  [['definition', 'draw', 'nowhere.json'], 'no file'],
  [['definition', 'draw'], 'one file, or --all'],
  [['wake'], '--all'],
  [['verify'], 'CAPOFILA_DATABASE_URL'],
  [['unknown'], 'unknown command'],
])('%j is bad use: exit code 2 and words on standard error only', async (words, said) => {
  const { code, out, err } = await capofila(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(said);
});

test('cup: valid, or the problem and what was meant', async () => {
  expect(await json('cup', 'J81F22003840006')).toMatchObject({ valid: true, problems: [] });
  const wrong = await capofila('cup', 'E41C22OO1540006', '--json');
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.out)).toMatchObject({
    valid: false,
    suggestion: 'E41C22001540006',
    problems: [{ code: 'CUP-03' }],
  });
});

test('definition check: the shipped one passes, one with a dead end fails with its place', async () => {
  expect((await capofila('definition', 'check', 'data/calls/send-comuni-2024.v1.json')).code).toBe(0);
  const folder = await mkdtemp(join(tmpdir(), 'capofila-definition-'));
  const broken = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));
  broken.stages.find((stage: { id: string }) => stage.id === 'cup').exits = [];
  await writeFile(join(folder, 'broken.json'), JSON.stringify(broken));
  const { code, out } = await capofila('definition', 'check', join(folder, 'broken.json'));
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(out).toContain('stage cup: dead end');
});

test('definition draw: a page with pictures, or what it is made of', async () => {
  const file = 'data/calls/send-comuni-2024.v1.json';
  const { out } = await capofila('definition', 'draw', file);
  expect(out).toBe(readFileSync('docs/avvisi/send-comuni-2024.v1.md', 'utf8'));
  const drawing = await json('definition', 'draw', file);
  expect(drawing).toMatchObject({ id: 'send-comuni-2024', version: 1, stages: { 0: { wait: 'answer' } } });
  expect(out).toContain(drawing.life);
});

test('simulate: a life from invitation to its end, and what an extension moves', async () => {
  const call = ['simulate', '--call', 'send-comuni-2024', '--comune', '076068', '--from', '2024-05-07'];
  const told = await json(...call);
  expect(told).toMatchObject({ comune: 'Rivello', amountCents: 2_314_700, stopped: 'ended' });
  expect(told.events.at(-1).words).toContain('Conclusa');
  const extended = await json(...call, '--extend', '2024-12-06');
  expect(extended.changes).toContainEqual(
    expect.objectContaining({ kind: 'end of term', from: '2024-09-20T23:59:00', to: '2024-12-06T23:59:00' }),
  );
});

test('every command has help', async () => {
  const { out } = await capofila('--help');
  const commands = [...out.matchAll(/^ {2}([a-z-]+) /gm)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThanOrEqual(13);
  for (const name of commands) {
    const help = await capofila(name, '--help');
    expect(help.code).toBe(0);
    expect(help.out).toContain('Usage: capofila');
  }
});

test('what the API refuses is told with its code, its kind in English and its own words', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ code: 'ACC-404', detail: 'Questa pagina non c’è.' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ran = await capofilaWith({ CAPOFILA_URL: `http://127.0.0.1:${port}`, CAPOFILA_TOKEN: 't' }, [
    'explain',
    'ULL-2024-9999',
  ]);
  await new Promise((resolve) => server.close(resolve));
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'refused (ACC-404), not found, or not yours to see: Questa pagina non c’è.\n',
  });
});

test('a server that is not there is a failure with what to do, not a stack', async () => {
  const { code, err } = await capofilaWith({ CAPOFILA_URL: 'http://127.0.0.1:9' }, ['clock']);
  expect(code).toBe(1);
  expect(err).toBe('No API answers at http://127.0.0.1:9: start the demo, or set CAPOFILA_URL.\n');
});
