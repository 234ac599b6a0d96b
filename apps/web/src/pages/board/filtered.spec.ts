import type { Board } from '#contracts/board.js';
import type { ApplicationLine } from '#contracts/desk.js';
import { cellOf, filtered, passes, totalsOf } from './filtered.js';

const line = (made: Partial<ApplicationLine> = {}): ApplicationLine => ({
  id: 'a',
  number: 'ULL-2027-0001',
  slug: 'rivello-send-2027',
  call: { id: 'c', number: 'C-1', slug: 'send-2027', title: 'SEND', shortTitle: 'SEND', measure: '1.4.5' },
  applicant: { id: 'rivello', name: 'Rivello' },
  participants: ['rivello'],
  amountCents: 2_314_700,
  amountWord: 'requested',
  stage: 'cup',
  label: 'CUP da inserire',
  sign: 'today',
  overlays: [],
  ended: false,
  party: 'comune',
  upTo: 'referente',
  who: [],
  workBy: '2027-03-26',
  end: '2027-03-28',
  cutOff: '23:59',
  missing: ['il CUP'],
  toSign: false,
  sentence: 'Aspetta il CUP.',
  cup: null,
  updating: false,
  ...made,
});

test.each([
  ['whose turn it is', { tocca: 'unione' }, { party: 'union' }],
  ['the official end', { entro: 7 }, { end: '2027-04-02' }],
  ['the measure', { misura: '1.3.1' }, { call: { ...line().call, measure: '1.3.1' } }],
  ['that something is missing', { manca: 1 }, { missing: ['x'] }],
] as const)('the board is filtered by %s', (_name, asked, passing) => {
  const made = { ...passing, ...('missing' in passing ? { missing: [...passing.missing] } : {}) };
  expect(passes(line(made as Partial<ApplicationLine>), asked, '2027-03-26')).toBe(true);
  const other = { party: 'funder', end: '2027-04-03', missing: [] } as const;
  expect(passes(line({ ...other, missing: [] }), asked, '2027-03-26')).toBe(false);
  expect(
    passes(
      line({
        ended: true,
        ...made,
        ...('misura' in asked ? { call: line().call } : {}),
      } as Partial<ApplicationLine>),
      asked,
      '2027-03-26',
    ),
  ).toBe(false);
});

const board: Board = {
  on: '2027-03-26',
  at: '08:05',
  calls: [
    {
      id: 'c',
      number: '',
      slug: '',
      title: '',
      shortTitle: 'SEND',
      measure: '',
      end: null,
      cutOff: null,
      was: [],
      sent: 0,
      of: 0,
      excluded: [],
    },
    {
      id: 'd',
      number: '',
      slug: '',
      title: '',
      shortTitle: 'PDND',
      measure: '',
      end: null,
      cutOff: null,
      was: [],
      sent: 0,
      of: 0,
      excluded: [],
    },
  ],
  bodies: [
    { id: 'nemoli', name: 'Nemoli' },
    { id: 'rivello', name: 'Rivello' },
  ],
  applications: [line(), line({ id: 'b', applicant: { id: 'nemoli', name: 'Nemoli' }, party: 'funder' })],
};

test('rows and columns without anything that passes are left out', () => {
  const some = filtered(board, { tocca: 'comune' });
  expect(some.bodies.map((each) => each.name)).toEqual(['Rivello']);
  expect(some.calls.map((each) => each.shortTitle)).toEqual(['SEND']);
  expect(filtered(board, {})).toBe(board);
});

test('a cell shows the application that runs, and what was before it', () => {
  const again = line({ id: 'again', number: 'ULL-2027-0009' });
  const both = { ...board, applications: [line({ id: 'old', ended: true, label: 'Rinunciata' }), again] };
  const [call] = board.calls;
  const cell = call && cellOf(both, 'rivello', call);
  expect([cell?.line.id, cell?.earlier.map((each) => each.id)]).toEqual(['again', ['old']]);
});

test('what was collected had been decreed, and what was withdrawn does not count', () => {
  const lines = [
    line({ amountWord: 'decreed', amountCents: 100 }),
    line({ amountWord: 'collected', amountCents: 20 }),
    line({ amountWord: 'estimated', amountCents: 3 }),
    line({ amountWord: 'decreed', amountCents: 4000, sign: 'closed', ended: true }),
  ];
  expect(totalsOf(lines)).toEqual({ decreed: 120, collected: 20 });
});
