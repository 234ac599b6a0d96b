import type { MessageContent, MessageHead, MessageTerm } from '#domain/reminder/message.js';
import { codeOfMessage } from './message-code.js';

const term: MessageTerm = { id: 'cupEntry', round: 2, end: '2024-07-29', safeEnd: '2024-07-26' };

test.each<[MessageContent & Pick<MessageHead, 'term' | 'step'>, string]>([
  [{ kind: 'reminder', body: {}, term, step: '-3' }, 'reminder cupEntry#2 -3'],
  [{ kind: 'reminder', body: { of: 'b' }, term, step: '-3' }, 'reminder cupEntry#2 -3 of b'],
  [
    {
      kind: 'dateCorrected',
      body: { oldEnd: '2024-07-29', gone: 'cupEntry', round: 2, toldOn: '2024-07-24' },
    },
    'dateCorrected gone cupEntry#2',
  ],
  [{ kind: 'callNews', body: { news: 'withdrawn', about: 'some-id' } }, 'callNews withdrawn'],
  [
    {
      kind: 'approvalAsked',
      body: { approval: 'kit', role: 'secretary', since: '2024-05-08', workBy: '2024-05-10' },
      step: '0',
    },
    'approvalAsked kit secretary 0',
  ],
  [{ kind: 'documentFiled', body: { milestone: 'cup', on: '2024-05-08', at: '10:00' } }, 'documentFiled cup'],
  [{ kind: 'officeRound', body: { stage: 'admission', since: '2024-06-03' } }, 'officeRound admission'],
  [
    { kind: 'officeCall', body: { why: 'silence', term: 'cupEntry', round: 2, end: '2024-07-29' } },
    'officeCall silence cupEntry#2',
  ],
  [{ kind: 'officeCall', body: { why: 'talk', talk: 'some-id' } }, 'officeCall talk'],
  [
    { kind: 'officeNews', body: { news: 'finding', code: 'CUP-12', cup: 'J', with: 'ULL-2024-0001' } },
    'officeNews finding CUP-12 ULL-2024-0001',
  ],
  [
    { kind: 'officeNews', body: { news: 'saysDone', requirement: 'serviceList' } },
    'officeNews saysDone serviceList',
  ],
])('%j is named without ids and dates', (message, code) => {
  expect(codeOfMessage(message)).toBe(code);
});

test('a term that moved leaves a reminder its name', () => {
  const later = { ...term, end: '2024-08-09', safeEnd: '2024-08-09' } as const;
  const code = (on: MessageTerm) => codeOfMessage({ kind: 'reminder', body: {}, term: on, step: '-3' });
  expect(code(later)).toBe(code(term));
});
