import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from '../case/case.js';
import { admitted, type History, participating } from '../case/made-up-facts.js';
import { decide } from './decide.js';
import { madeUpInput, recorded } from './made-up-input.js';
import { stillHolds } from './still-holds.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const at = (date: LocalDate, time = '07:30') => epochMs(instantAt(date, time));

const decided = (history: History, now: number) =>
  decide(madeUpInput(send, history, now)).messages.filter(
    ({ superseded, term }) => superseded !== true && term?.id === 'callEnd',
  );

/** All is accepted but the signed application; the call ends on Friday 20 September 2024. */
const unsigned = () =>
  participating()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21');
const filed = () => unsigned().filed('signedApplication', '2024-09-09');
const told = (history: History, on: LocalDate) =>
  decided(history, at(on)).map(({ kind, person, body }) => [kind, person, 'unlooked' in body]);

test('while a paper is missing the comune is reminded, and asked for help in the end', () => {
  const people = told(unsigned(), '2024-09-15');
  expect(people).toContainEqual(['reminder', 'legalRepresentative', false]);
  expect(people).not.toContainEqual(['reminder', 'deskOfficer', false]);
});

test('once all lies here the office is reminded to look, and neither comune nor mayor hears of it', () => {
  expect(told(filed(), '2024-09-15')).toEqual([['reminder', 'deskOfficer', true]]);
});

test('in the last three working days the comune hears that it may send all the same', () => {
  expect(told(filed(), '2024-09-18').toSorted((a, b) => `${a[1]}`.localeCompare(`${b[1]}`))).toEqual([
    ['reminder', 'deskOfficer', true],
    ['reminder', 'legalRepresentative', true],
    ['reminder', 'referent', true],
  ]);
});

test('a reminder that was decided goes to whose turn it is when its hour comes', () => {
  const holds = (message: ReturnType<typeof decided>[number], history: History) =>
    stillHolds(
      message,
      readCase(send, { call: [], application: history.facts }),
      history.facts,
      at('2024-09-15', '08:00'),
    );
  const [mayor] = decided(unsigned(), at('2024-09-15')).filter(({ kind }) => kind === 'reminder');
  const [office] = decided(filed(), at('2024-09-15'));
  if (mayor === undefined || office === undefined) throw new Error('nobody is reminded');
  expect([holds(mayor, unsigned()), holds(mayor, filed())]).toEqual([undefined, 'done']);
  const returned = filed().reviewed('signedApplication', '2024-09-15', 'returned');
  expect([holds(office, filed()), holds(office, returned)]).toEqual([undefined, 'done']);
});

test.each(['accepted', 'inReview', 'missing'])(
  'of an act that is held the comune reads nothing, however near the end is: its paper is %s',
  (sheet) => {
    const cupUses = [{ cup: 'J81F22003840006', body: 'nemoli', live: true, number: 'ULL-2024-0009' }];
    const history = admitted();
    if (sheet !== 'missing') history.filed('cupSheet', '2024-07-24');
    if (sheet === 'accepted') history.reviewed('cupSheet', '2024-07-24');
    const data = { cup: 'J81F22003840006' };
    history.milestone('cup', '2024-07-24', { data, time: '10:00:00' });
    const day = at('2024-07-24', '10:00');
    const facts = recorded(history.facts, decide(madeUpInput(send, history, day, { cupUses })), day);
    history.facts.splice(0, history.facts.length, ...facts);
    for (const on of ['2024-07-25', '2024-07-26', '2024-07-29'] as const) {
      const { messages } = decide(madeUpInput(send, history, at(on), { cupUses }));
      const asked = messages.filter(({ term, superseded }) => term?.id === 'cupEntry' && superseded !== true);
      expect(asked.map(({ kind, person }) => [kind, person])).toEqual([['reminder', 'deskOfficer']]);
    }
  },
);
