import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openBrowser, Visitor } from '../support/browser.js';

/**
 * Takes the pictures of the guides and of the README from a demo that runs (`npm run demo -- --fresh`), so that they are
 * never older than the pages: `npm run screenshots -- http://127.0.0.1:3000`.
 */

interface Picture {
  /** Who looks. */
  as: string;
  /** Address of the page. */
  path: string;
  /** Width of the window in CSS pixels. */
  width: 1280 | 360;
  /** Height of what is kept, from the top of the page. */
  height: number;
  /** Where it goes. */
  file: string;
  /** The window that opens by the button of these words is the picture. */
  press?: string;
}

const GUIDES = 'docs/guida/immagini';
const README = 'docs/immagini';
const MOST_BYTES = 120_000;

const PICTURES: readonly Picture[] = [
  {
    as: 'marta@unione.example',
    path: '/oggi',
    width: 1280,
    height: 860,
    file: `${README}/oggi.png`,
  },
  {
    as: 'giulia@rivello.example',
    path: '/attivita',
    width: 360,
    height: 740,
    file: `${README}/attivita.png`,
  },
  {
    as: 'giulia@rivello.example',
    path: '/candidature/rivello-send-2026',
    width: 1280,
    height: 760,
    file: `${GUIDES}/chiedo-il-cup.png`,
  },
  {
    as: 'rocco@unione.example',
    path: '/comuni/rivello',
    width: 1280,
    height: 900,
    file: `${GUIDES}/cambio-del-sindaco.png`,
    press: 'È cambiata una persona',
  },
  {
    as: 'marta@unione.example',
    path: '/oggi',
    width: 1280,
    height: 700,
    file: `${GUIDES}/tocca-a.png`,
  },
  {
    as: 'giulia@rivello.example',
    path: '/attivita',
    width: 360,
    height: 640,
    file: `${GUIDES}/non-riesco-entro-la-data.png`,
  },
  {
    as: 'revisore@unione.example',
    path: '/storia?comune=Rivello',
    width: 1280,
    height: 800,
    file: `${GUIDES}/storia.png`,
  },
  {
    as: 'marta@unione.example',
    path: '/quadro',
    width: 1280,
    height: 760,
    file: `${README}/quadro.png`,
  },
];

async function take(base: string): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const { as, path, width, height, file, press } of PICTURES) {
      const visitor = await Visitor.at(base, browser, { width });
      await visitor.signIn(as);
      await visitor.page.setViewportSize({ width, height });
      // The tour begins by itself where nobody has seen it, and would stand over the page.
      await visitor.page.addInitScript('localStorage.setItem("capofila-tour", "seen")');
      await visitor.open(path);
      await visitor.page.locator('main .loading').first().waitFor({ state: 'detached' });
      await visitor.page.keyboard.press('Escape');
      if (press !== undefined) await visitor.page.getByRole('button', { name: press }).click();
      await mkdir(dirname(file), { recursive: true });
      // A picture of a page that could not be shown helps nobody.
      if (await visitor.page.locator('main .alert-danger').count())
        throw new Error(`${path} shows a problem`);
      const shown = press === undefined ? visitor.page : visitor.page.getByRole('dialog');
      await shown.screenshot({ path: file, animations: 'disabled' });
      const { size } = await stat(file);
      console.log(`${file} ${width} px wide, ${Math.round(size / 1000)} kB`);
      if (size > MOST_BYTES) {
        console.log(`  more than ${MOST_BYTES / 1000} kB: make it lower`);
        process.exitCode = 1;
      }
      await visitor.close();
    }
  } finally {
    await browser.close();
  }
}

await take(process.argv[2] ?? 'http://127.0.0.1:3000');
