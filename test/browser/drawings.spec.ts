import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { CallDefinition } from '#domain/call/definition.js';
import { interruptsOf, lifeOf } from '../../apps/cli/draw/picture.js';
import { openBrowser } from '../support/browser.js';

/** Mermaid itself, with the diagrams that a page of ours may have. */
const mermaid = createRequire(import.meta.url).resolve('@mermaid-js/tiny');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ path: mermaid });
});

afterAll(() => browser?.close());

/** The words of a picture, once Mermaid has drawn it. @throws Error where it cannot. */
async function draw(picture: string): Promise<string> {
  return page.evaluate<string>(`(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    const { svg } = await mermaid.render('picture', ${JSON.stringify(picture)});
    document.body.innerHTML = svg;
    return document.body.innerText;
  })()`);
}

const send = (): CallDefinition => JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));

test('Mermaid draws every picture of README and docs/avvisi', async () => {
  const pages = ['README.md', ...readdirSync('docs/avvisi').map((name) => `docs/avvisi/${name}`)];
  const pictures = pages.flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/^```mermaid\n(.*?)\n```$/gms)].map((match) => match[1] ?? ''),
  );
  // Two of each call, the loop of a process, the parts of the product.
  expect(pictures).toHaveLength(2 * (pages.length - 2) + 2);
  for (const picture of pictures) expect(await draw(picture)).not.toBe('');
});

test('the drawn life says every stage, as its definition calls it', async () => {
  const definition = send();
  const drawn = `${await draw(lifeOf(definition))} ${await draw(interruptsOf(definition))}`;
  expect(definition.stages.map(({ label }) => label).filter((label) => !drawn.includes(label))).toEqual([]);
});

test('ids and words that mean something to Mermaid are drawn like others', async () => {
  const text = JSON.stringify(send())
    .replaceAll('"preparation"', '"end"')
    .replaceAll('"signature"', '"sub-graph--x"')
    .replaceAll('"Da inviare"', String.raw`"A [b] \"c\" <d> #1 & e; | (f) %% g"`);
  const drawn = await draw(lifeOf(JSON.parse(text)));
  expect(drawn).toContain('A [b] "c" <d> #1 & e; | (f) %% g');
  expect(drawn).toContain('In preparazione');
});
