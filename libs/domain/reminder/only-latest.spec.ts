import { epochMs } from '#domain/calendar/local-date.js';
import { overtaken, type WaitingMessage } from './only-latest.js';

const term = { id: 'answer', round: 1, end: '2024-05-21', safeEnd: '2024-05-21' } as const;
const invitation = (id: string, day: string, part: Partial<WaitingMessage> = {}): WaitingMessage => ({
  id,
  kind: 'invitation',
  application: 'rivello',
  deliverAt: `${day}T06:00:00Z`,
  term,
  params: {},
  ...part,
});
const now = epochMs('2024-05-17T06:00:00Z');

test('of three invitations that waited only the latest goes', () => {
  const waiting = [
    invitation('a', '2024-05-07'),
    invitation('c', '2024-05-16'),
    invitation('b', '2024-05-13'),
  ];
  expect(overtaken(waiting, now)).toEqual(['a', 'b']);
});

test('of two that are due at the same moment the one decided last goes', () => {
  expect(overtaken([invitation('z', '2024-05-16'), invitation('a', '2024-05-16')], now)).toEqual(['z']);
});

test('what is about another application, another term or another round is another thing', () => {
  const waiting = [
    invitation('a', '2024-05-07'),
    invitation('b', '2024-05-08', { application: 'nemoli' }),
    invitation('c', '2024-05-09', { term: { ...term, id: 'callEnd' } }),
    invitation('d', '2024-05-10', { term: { ...term, round: 2 } }),
    invitation('e', '2024-05-10', { kind: 'reminder' }),
  ];
  expect(overtaken(waiting, now)).toEqual([]);
});

test('a step that is not due yet overtakes nothing', () => {
  expect(overtaken([invitation('a', '2024-05-07'), invitation('b', '2024-05-20')], now)).toEqual([]);
});

test('the rounds of two weeks are one look at the platform; two answers of a comune stay two', () => {
  const round = { kind: 'officeRound' as const, term: undefined };
  const call = { kind: 'officeCall' as const, term: undefined, params: { why: 'cannot' } };
  const waiting = [
    invitation('a', '2024-05-06', round),
    invitation('b', '2024-05-13', round),
    invitation('c', '2024-05-13', call),
    invitation('d', '2024-05-14', call),
  ] as WaitingMessage[];
  expect(overtaken(waiting, now)).toEqual(['a']);
});
