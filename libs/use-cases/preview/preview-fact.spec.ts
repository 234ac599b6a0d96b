import type { FactRequest } from '#contracts/fact-request.js';
import type { NewFact } from '#domain/fact/fact.js';
import { MemoryDesk } from '../../../test/support/memory-desk.js';
import { PreviewFact } from './preview-fact.js';

const cup = (actor: string): NewFact => ({
  type: 'milestone.recorded',
  legalDate: '2024-05-08',
  legalTime: '10:00:00',
  legalSource: 'declared',
  channel: 'web',
  actor,
  body: { milestone: 'cup', proof: 'proof', data: { cup: 'J81F22003840006' } },
});

test('that a CUP is somebody else’s is foreseen as it is told: in the sentence and to the office', async () => {
  const desk = await MemoryDesk.launched();
  const trecchina = desk.of['trecchina'] ?? '';
  const marta = { as: 'person' as const, person: 'marta' };
  await desk.cases.record(marta, desk.of['rivello'] ?? '', () => [{ fact: cup('marta') }]);
  const { legalDate, legalTime, channel, body } = cup('marta');
  const acting = { actingBody: 'union', onBehalfOf: 'trecchina' };
  const asked = { ...acting, type: 'milestone.recorded', legalDate, legalTime, channel, body };
  const preview = await new PreviewFact(desk.queries, desk.files, desk.clock).run(
    desk.actor('marta'),
    trecchina,
    asked as FactRequest,
  );
  expect(preview.sentence.after).toContain('Da chiarire');
  const foreseen = preview.messages.planned.map((each) => /^Notizia a (\w+)/.exec(each.sentence)?.[1]);
  await desk.cases.record(marta, trecchina, () => [{ fact: cup('marta') }]);
  const told = desk.memory.messages.filter(
    (each) => each.kind === 'officeNews' && each.application === trecchina,
  );
  expect(told).not.toEqual([]);
  expect(foreseen).toEqual(expect.arrayContaining(told.map((each) => each.person)));
});
