import { epochMs, instantAt } from '#domain/calendar/local-date.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { participating } from '../case/made-up-facts.js';
import { decide, type DecideInput } from './decide.js';
import { atHoursOf, madeUpInput } from './made-up-input.js';

/** The call ends on Friday 20 September 2024, and that morning has passed. */
const coming = (writtenTo: DecideInput['writtenTo']) =>
  decide(
    madeUpInput(sendDefinition(), participating(), epochMs(instantAt('2024-09-20', '09:00')), { writtenTo }),
  )
    .coming()
    .filter(({ kind, decided }) => kind === 'reminder' && decided !== true)
    .map(({ on, time, to = [] }) => `${on} ${time} ${to.join(' ')}`);

test('a reminder comes at the hours of its person, by all that they are: a referent who is mayor elsewhere too', () => {
  expect(coming(atHoursOf)).toContain('2024-09-20 12:00 referent');
  const elsewhere: DecideInput['writtenTo'] = (person, on) =>
    person === 'referent' ? { officer: false, mayor: true } : atHoursOf(person, on);
  expect(coming(elsewhere)).toContain('2024-09-20 13:00 referent');
});

test('nothing comes to whoever cannot be written to', () => {
  const nobody: DecideInput['writtenTo'] = (person, on) =>
    person === 'referent' ? undefined : atHoursOf(person, on);
  expect(coming(nobody).filter((each) => each.includes('referent'))).toEqual([]);
});
