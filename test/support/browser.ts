import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.js';
import { demoPassword } from './running-product.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** WCAG 2.2 AA and what axe calls good practice. */
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Without the flags against its own chatter, Chromium asks hosts that a test machine does not reach. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser. @throws Error that says how to install it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) {
    throw new Error('There is no browser: "npm test" installs one, or name one in CAPOFILA_CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: FLAGS, timeout: 60_000 });
}

/** Somebody in front of a browser: one session, one window. */
export class Visitor {
  /** Faults that the page told its console; a test ends by looking that there are none. */
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      // What the API refuses is shown by the page; the browser notes it as well.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        this.faults.push(message.text());
      }
    });
  }

  /** @param width of the window in CSS pixels; a telephone has 360. */
  static async at(base: string, browser: Browser, { width = 1280, tour = false } = {}): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'it-IT',
      timezoneId: 'Europe/Rome',
      // Colours that are on their way from one to another have no contrast that could be judged.
      reducedMotion: 'reduce',
      viewport: { width, height: width < 500 ? 740 : 800 },
      ...(width < 500 ? { hasTouch: true } : {}),
      baseURL: base,
    });
    context.setDefaultTimeout(60_000);
    // The tour is shown once to who comes for the first time; tests look at it on purpose only.
    if (!tour) {
      await context.addInitScript("if (window === top) localStorage.setItem('capofila-tour', 'seen')");
    }
    return new Visitor(await context.newPage(), context, base);
  }

  /** Signs in without the page, for tests of what comes after. */
  async signIn(email: string): Promise<void> {
    const answer = await this.context.request.post(`${this.base}/sessions`, {
      data: { email, password: demoPassword },
    });
    if (!answer.ok()) throw new Error(`${email}: ${await answer.text()}`);
  }

  /** Opens an address and waits for its heading. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.locator('h1').first().waitFor();
  }

  /** What axe finds wrong with the page as it is, one line each. */
  async accessibilityFaults(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    return this.page.evaluate<string[]>(`(async () => {
      const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(AXE_RULES)} });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 200)));
    })()`);
  }

  /** Pixels by which the page is wider than its window: nobody likes to scroll sideways. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
