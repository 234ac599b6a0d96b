import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { watchdogScript } from '../../apps/demo/watchdog.js';

/** A parent that starts, under the watchdog, a program that holds a connection to this test. */
const parent = `
const { spawn } = require('node:child_process');
const [script, port, ignore] = process.argv.slice(1);
const program = "require('node:net').connect(" + port + ", '127.0.0.1');" + (ignore ? "process.on('SIGTERM', () => {});" : '');
spawn('/bin/sh', ['-c', script, 'watchdog', 'TERM', '1', process.execPath, '-e', program], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
`;

async function programUnderWatchdog(ignoresTerm: boolean) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const starter = spawn(process.execPath, [
    '-e',
    parent,
    watchdogScript,
    String(address.port),
    ignoresTerm ? 'ignore' : '',
  ]);
  const [connection] = (await once(server, 'connection')) as [Socket];
  connection.on('error', () => undefined);
  connection.resume();
  server.close();
  return { starter, ended: once(connection, 'close') };
}

test('a program ends when the process that started it is killed with SIGKILL', async () => {
  const { starter, ended } = await programUnderWatchdog(false);
  starter.kill('SIGKILL');
  await expect(ended).resolves.toEqual([false]);
});

test('a program that ignores the request to stop is killed after its grace', async () => {
  const { starter, ended } = await programUnderWatchdog(true);
  starter.kill('SIGKILL');
  await expect(ended).resolves.toEqual([false]);
});
