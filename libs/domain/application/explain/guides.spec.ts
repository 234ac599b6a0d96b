import type { LocalDate } from '#domain/calendar/local-date.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { readCase } from '../case/case.js';
import { admitted, History } from '../case/made-up-facts.js';
import { guidesFor } from './guides.js';

const send = sendDefinition();
const guides = ({ facts }: History) => guidesFor(readCase(send, { call: [], application: facts }));
const opened = () => new History().opened('2024-05-08');
const lapsed = (end: LocalDate) => ({ term: 'callEnd', round: 1, end, closes: 'neverAnswered' as const });

test('a case names the pages of the help that explain how it stands', () => {
  expect(guides(admitted())).toEqual([]);
  expect(guides(opened().milestone('submission', '2024-06-03'))).toEqual(['rischia-l-esclusione']);
  expect(guides(opened().add('term.lapsed', '2024-09-21', lapsed('2024-09-20')))).toEqual(['avviso-chiuso']);
  const doubted = admitted();
  const by = doubted.facts.at(-1)?.id ?? '';
  doubted.add('finding.raised', '2024-07-23', { finding: 'CUP-06:x', code: 'CUP-06', by, cup: 'X' });
  expect(guides(doubted)).toEqual(['da-chiarire']);
});

test('what was sent while the call was closed', () => {
  const reopened = opened().milestone('submission', '2024-10-01').add('term.amended', '2024-10-10', {
    term: 'callEnd',
    kind: 'reopening',
    act: 'Decreto n. 1',
    actDate: '2024-10-10',
    knownOn: '2024-10-10',
    from: '2024-10-10',
    newEnd: '2024-10-31',
  });
  expect(guides(reopened)).toContain('va-inviata-di-nuovo');
});
