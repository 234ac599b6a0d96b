import { lastUsedFirst, type Proposal, proposedFrom } from './proposal.js';

const RIVELLO = { id: 'r', istat: '076068', name: 'Rivello' };
const NEMOLI = { id: 'n', istat: '076054', name: 'Nemoli' };
const LAURIA = { id: 'l', istat: '076042', name: 'Lauria' };
const line = (body: { id: string; name: string }, call: string, ended: boolean) =>
  ({ applicant: { id: body.id, name: body.name }, call: { slug: call }, ended }) as never;

function propose({ version = 1, models = 1, over = true } = {}): Proposal {
  return proposedFrom(
    {
      slug: 'send-2024',
      definition: { id: 'send', version },
      applications: [line(RIVELLO, 'send-2024', true), line(NEMOLI, 'send-2024', over)],
      confirmed: [{ id: 'amounts', label: 'importi', by: 'Marta', on: '2024-05-08' }],
    },
    {
      models: Array.from({ length: models }, (_, n) => ({ id: 'send', version: n + 1, title: 'SEND' })),
      calls: [
        { slug: 'send-2024', definition: { id: 'send', version } },
        { slug: 'pdnd-2024', definition: { id: 'pdnd', version: 1 } },
      ],
      applications: [
        line(RIVELLO, 'send-2024', true),
        line(NEMOLI, 'send-2024', over),
        // Of another call: does not hinder.
        line(RIVELLO, 'pdnd-2024', false),
      ],
      bodies: [RIVELLO, NEMOLI, LAURIA],
    },
  );
}

test('the comuni that took part and what was confirmed are proposed again', () => {
  expect(propose()).toEqual({
    definition: { id: 'send', version: 1 },
    comuni: ['076068', '076054'],
    confirmed: ['amounts'],
    busy: [],
    newer: false,
  });
});

test('a comune whose application of the same call still runs is left out, by name', () => {
  expect(propose({ over: false })).toMatchObject({ comuni: ['076068'], busy: ['Nemoli'] });
});

test('of a definition the newest version is proposed, and nothing counts as confirmed', () => {
  expect(propose({ models: 2 })).toMatchObject({
    definition: { id: 'send', version: 2 },
    confirmed: [],
    newer: true,
  });
});

test('the model that was launched last stands first, its newest version before the others; unused ones last', () => {
  const model = (id: string, version = 1) => ({ id, version, title: id });
  const sorted = lastUsedFirst(
    [model('new'), model('pdnd'), model('send', 1), model('send', 2), model('another')],
    [{ definition: model('pdnd') }, { definition: model('send', 1) }],
  );
  expect(sorted.map(({ id, version }) => `${id} ${version}`)).toEqual([
    'send 2',
    'send 1',
    'pdnd 1',
    'another 1',
    'new 1',
  ]);
});
