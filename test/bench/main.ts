import { summarise, type Result } from './summary.js';
import { startBench } from './servers.js';
import { facts, launching, telling } from './measures.js';
import { boardTime, type PageTime } from './web.js';
import { firstLoads } from '../web/first-load.js';

// `npm run -s bench -- --json [--quick]`: our side and a bare baseline, in turns, in one run; then the pages.
const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const say = (line: string) => process.stderr.write(`${line}\n`);
const size = quick ? 10 : 500;
const alternations = quick ? 1 : 5;

const bench = await startBench(say);
const results: Result[] = [];
try {
  for (const measure of [launching, facts, telling]) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < alternations; turn += 1) {
      // Who comes second finds a server with more behind it: each side comes first by turns.
      const sides = [
        async () => ours.push(await measure.ours(bench, size)),
        async () => bare.push(await measure.bare(bench, size)),
      ];
      for (const side of turn % 2 === 0 ? sides : sides.toReversed()) await side();
      const [a = 0, b = 0] = [ours.at(-1), bare.at(-1)];
      say(`${measure.name}, turn ${turn + 1} of ${alternations}: ${a.toFixed(1)}/s, bare ${b.toFixed(1)}/s`);
    }
    results.push(summarise(measure.name, ours, bare));
  }
} finally {
  await bench.stop();
}
say('Pages: /quadro of nine comuni, the processor slowed four times');
const pages = [await boardTime(quick ? 1 : 7)];
const loads = firstLoads();
const most = (of: 'scripts' | 'styles') => Math.max(...loads.map((each) => each[of]));
const firstLoad = { scriptsBytes: most('scripts'), stylesBytes: most('styles') };
const report = { server: bench.server, batch: size, alternations, results, pages, firstLoad };
console.log(json ? JSON.stringify(report, null, 2) : table(report));

function table({ server, results, pages, firstLoad }: typeof report): string {
  const lines = results.map(
    (each) =>
      `${each.name}: ${each.value}/s (${each.spread}), bare ${each.baseline}/s (${each.baselineSpread}): ratio ${each.ratio}, goal ${each.goal}, ${each.met ? 'met' : 'not met'}`,
  );
  const times = pages.map(
    ({ page, usableMs, spread, goalMs, met }: PageTime) =>
      `${page}: usable after ${usableMs} ms (${spread}), goal ${goalMs}, ${met ? 'met' : 'not met'}`,
  );
  const sizes = `largest first load, compressed: ${firstLoad.scriptsBytes} bytes of scripts, ${firstLoad.stylesBytes} of styles`;
  return [server, ...lines, ...times, sizes].join('\n');
}
