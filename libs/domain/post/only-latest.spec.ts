import { epochMs } from '#domain/calendar/local-date.js';
import type { MessageContent } from '#domain/reminder/message.js';
import { overtaken, type WaitingMessage } from './only-latest.js';

const term = { id: 'answer', round: 1, end: '2024-05-21', safeEnd: '2024-05-21' } as const;
const due = (id: string, day: string) => ({ id, application: 'rivello', deliverAt: `${day}T06:00:00Z` });
const invitation = (
  id: string,
  day: string,
  part: Partial<Pick<WaitingMessage, 'application' | 'term'>> = {},
): WaitingMessage => ({ ...due(id, day), kind: 'invitation', term, body: {}, ...part });
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
    { ...due('e', '2024-05-10'), kind: 'reminder' as const, term, body: {} },
  ];
  expect(overtaken(waiting, now)).toEqual([]);
});

test('a step that is not due yet overtakes nothing', () => {
  expect(overtaken([invitation('a', '2024-05-07'), invitation('b', '2024-05-20')], now)).toEqual([]);
});

test('the rounds of two weeks are one look at the platform; two answers of a comune stay two', () => {
  const round: MessageContent = { kind: 'officeRound', body: { stage: 'admission', since: '2024-05-01' } };
  const call: MessageContent = { kind: 'officeCall', body: { why: 'cannot', about: 'giulia' } };
  const waiting = [
    { ...due('a', '2024-05-06'), ...round },
    { ...due('b', '2024-05-13'), ...round },
    { ...due('c', '2024-05-13'), ...call },
    { ...due('d', '2024-05-14'), ...call },
  ];
  expect(overtaken(waiting, now)).toEqual(['a']);
});
