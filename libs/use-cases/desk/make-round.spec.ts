import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import { MakeRound } from './make-round.js';

test('what waits for nobody outside is refused by itself, and what is not in sight too', async () => {
  const desk = await MemoryDesk.launched();
  const round = new MakeRound(desk.cases, desk.queries, desk.clock);
  const request = { actingBody: 'union', applications: [desk.of['rivello'] ?? '', 'nobody'] };
  const { results } = await round.run(desk.actor('marta'), request);
  expect(results).toMatchObject([
    { result: 'refused', code: 'GIRO-01' },
    { result: 'refused', code: 'ACC-404' },
  ]);
  expect(desk.facts('rivello')).toHaveLength(1);
});

test('the round is the office’s', async () => {
  const desk = await MemoryDesk.launched();
  const round = new MakeRound(desk.cases, desk.queries, desk.clock);
  const request = { actingBody: 'rivello', applications: [desk.of['rivello'] ?? ''] };
  expect(await refusedWith(round.run(desk.actor('giulia'), request))).toMatch(/^ACC-/);
});
