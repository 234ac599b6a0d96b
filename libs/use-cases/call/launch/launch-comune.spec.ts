import { sendDefinition } from '../../../../test/support/send-definition.js';
import { refusedAsLive } from '../../record/refused-as-live.js';
import { launchComune } from './launch-comune.js';

const send = sendDefinition();
const rivello = {
  body: 'rivello',
  name: 'Rivello',
  istat: '076068',
  kind: 'comune' as const,
  residents: [{ on: '2022-01-01' as const, count: 2500 }],
};
const earlier = (ended: boolean, definition = send.id) => ({
  body: 'rivello',
  number: 'ULL-2024-0001',
  definition,
  call: 'SEND',
  label: '',
  ended,
});

test.each([
  ['none', [], 1],
  ['one that is over', [earlier(true)], 1],
  ['one to another call', [earlier(false, 'other')], 1],
  ['a live one', [earlier(false)], 1],
  ['a live one, where two may be', [earlier(false)], 2],
  ['two live ones, where two may be', [earlier(false), earlier(false)], 2],
])('with %s a comune is refused before a launch as by the launch itself', (_what, before, most) => {
  const definition = { ...send, liveApplicationsPerBody: most };
  const people = { unionBody: 'union', applicant: 'rivello', memberships: [], absences: [] };
  const { refused } = launchComune(rivello, {
    definition,
    prospect: {
      people,
      post: {
        memberships: [],
        absences: [],
        closures: new Map(),
        reachable: new Set(),
        wishes: new Map(),
        used: new Map(),
      },
      isClosed: () => false,
    },
    people: new Map(),
    earlier: before,
    today: '2024-05-08',
  });
  const live = before.filter((each) => !each.ended && each.definition === send.id);
  expect(refused?.code).toBe(
    refusedAsLive(
      definition,
      ['rivello'],
      live.map(() => rivello),
    )?.code,
  );
  expect(refused?.detail ?? 'ULL-2024-0001').toContain('ULL-2024-0001');
});
