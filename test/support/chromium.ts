import { findProgram } from '../../apps/demo/find-program.js';
import { runTool, type Say } from '../../apps/demo/run-tool.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const BY_HAND = 'Install Chromium or Chrome, or name one in CAPOFILA_CHROMIUM.';

/** The browser of the tests: the one named in `CAPOFILA_CHROMIUM`, or the first that is installed. */
export async function findChromium(): Promise<string | undefined> {
  if (process.env['CAPOFILA_CHROMIUM']) return process.env['CAPOFILA_CHROMIUM'];
  for (const name of NAMES) {
    const path = await findProgram(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/**
 * Makes sure that there is a browser: installs Debian's where that is possible.
 * @throws Error that says what to install by hand.
 */
export async function provisionChromium(say: Say): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || (await findProgram('apt-get')) === undefined) {
    throw new Error(`There is no browser for the tests. ${BY_HAND}`);
  }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const result = await runTool({
      command: 'apt-get',
      args,
      environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      doing: `apt-get ${args.join(' ')}`,
      say,
      limitSeconds: 600,
    });
    if (!result.ok) throw new Error(`Chromium could not be installed: ${result.reason} ${BY_HAND}`);
  }
  const installed = await findChromium();
  if (installed === undefined) throw new Error(`Debian’s Chromium is not on the PATH. ${BY_HAND}`);
  return installed;
}
