import { findProgram } from '../../apps/demo/find-program.js';
import { runTool, type Say } from '../../apps/demo/run-tool.js';

/** Chromium without the windows of a desktop: the same engine, and a new page costs it a fourth. */
const HEADLESS = 'chromium-headless-shell';
const OTHERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const BY_HAND = 'Install Chromium or Chrome, or name one in CAPOFILA_CHROMIUM.';

/** The browser of the tests: the one named in `CAPOFILA_CHROMIUM`, or the first that is installed. */
export function findChromium(): Promise<string | undefined> {
  return find([HEADLESS, ...OTHERS]);
}

/**
 * Makes sure that there is a browser: installs Debian's headless one where that is possible, or takes another.
 * @throws Error that says what to install by hand.
 */
export async function provisionChromium(say: Say): Promise<string> {
  const headless = await find([HEADLESS]);
  if (headless !== undefined) return headless;
  const other = await find(OTHERS);
  const canInstall = process.getuid?.() === 0 && (await findProgram('apt-get')) !== undefined;
  if (!canInstall && other === undefined) throw new Error(`There is no browser for the tests. ${BY_HAND}`);
  // Where another will do, nobody waits long for a network that is not there.
  const trouble = canInstall ? await install(HEADLESS, say, other === undefined ? 600 : 90) : undefined;
  if (trouble !== undefined && other === undefined) {
    const again = await install('chromium', say, 600);
    if (again !== undefined) throw new Error(`Chromium could not be installed: ${again} ${BY_HAND}`);
  }
  const installed = await findChromium();
  if (installed === undefined) throw new Error(`Debian’s Chromium is not on the PATH. ${BY_HAND}`);
  return installed;
}

async function find(names: readonly string[]): Promise<string | undefined> {
  if (process.env['CAPOFILA_CHROMIUM']) return process.env['CAPOFILA_CHROMIUM'];
  for (const name of names) {
    const path = await findProgram(name);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** @returns why it could not be installed. */
async function install(name: string, say: Say, limitSeconds: number): Promise<string | undefined> {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const result = await runTool({
      command: 'apt-get',
      args,
      environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      doing: `apt-get ${args.join(' ')}`,
      say,
      limitSeconds,
    });
    if (!result.ok) return result.reason;
  }
  return undefined;
}
