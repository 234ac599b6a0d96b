import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import { accepted } from '../application/accepted.js';
import { TellWhatIf } from './what-if.js';

test.each([
  ['participation', 'yes', 'done'],
  ['participation', 'perhaps', 'FATTO-07'],
  ['participation', undefined, 'FATTO-07'],
  ['nothing', undefined, 'FATTO-06'],
])('%s, %s: what is assumed is %s, as it is on record', async (milestone, outcome, code) => {
  const desk = await MemoryDesk.launched();
  const id = desk.of['rivello'] ?? '';
  const said = { milestone, ...(outcome === undefined ? {} : { outcome }) };
  const assumed = new TellWhatIf(desk.queries, desk.files, desk.clock).run(desk.actor('marta'), id, {
    milestones: [{ ...said, on: '2024-05-08' }],
    amendments: [],
    othersAct: true,
  });
  expect(await refusedWith(assumed)).toBe(code);
  const recorded = desk.cases.record({ as: 'person', person: 'marta' }, id, () => [
    {
      fact: {
        type: 'milestone.recorded',
        legalDate: '2024-05-08',
        legalSource: 'declared',
        channel: 'phone',
        actor: 'marta',
        body: { ...said, data: {}, proof: 'proof' },
      },
    },
  ]);
  expect(await refusedWith(recorded.then(accepted))).toBe(code);
});
