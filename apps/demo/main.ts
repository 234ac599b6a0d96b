import { join } from 'node:path';
import { Demo } from './demo.js';
import { DemoFolder } from './demo-folder.js';
import { watchParent } from './parent-watch.js';
import { projectRoot } from './project-root.js';

const unknown = process.argv
  .slice(2)
  .filter((argument) => !['--fresh', '--from-the-start'].includes(argument));
if (unknown.length > 0) {
  console.error(`Unknown argument ${unknown.join(' ')}. Use: npm run demo [-- --fresh] [--from-the-start]`);
  process.exit(2);
}

// The terminal may go before this program does.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const say = (line: string) =>
  console.log(`${new Date().toLocaleTimeString('en-GB', { hour12: false })}  ${line}`);
const folder = new DemoFolder(join(projectRoot, '.capofila'));
const demo = new Demo(folder, say, (reason) => void end(1, reason));

let ending = false;
async function end(status: number, reason: string): Promise<void> {
  if (ending) return;
  ending = true;
  say(reason);
  unwatch();
  await demo.stop();
  process.exit(status);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second Ctrl-C does not wait: the watchdogs end what is still running.
    if (ending) process.exit(130);
    void end(0, 'Stopping ...');
  });
}
const unwatch = await watchParent(() => void end(1, 'npm is gone: stopping.'));

try {
  await demo.start({
    fresh: process.argv.includes('--fresh'),
    fromTheStart: process.argv.includes('--from-the-start'),
  });
} catch (error) {
  await end(1, `The demo could not start. ${error instanceof Error ? error.message : String(error)}`);
}
