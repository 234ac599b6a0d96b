import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { sendStory } from '../../test/support/send-story-mails.js';
import type { MailItem, MailView } from './mail-view.js';
import { render } from './render.js';

/** Every day that an item names as one to work by. */
function daysToWorkBy(item: MailItem): LocalDate[] {
  const own = 'workBy' in item && item.workBy !== undefined ? [item.workBy] : [];
  const things = 'missing' in item ? item.missing.flatMap(({ workBy }) => workBy ?? []) : [];
  return [...own, ...things];
}

/** The same e-mail, read on the day after the last of its dates. */
function tooLate(view: MailView): MailView {
  const ends = view.items.flatMap((item) => ('end' in item && item.end !== undefined ? [item.end] : []));
  const last = [...ends, ...view.items.flatMap(daysToWorkBy)].toSorted().at(-1);
  return { ...view, now: addDays(last ?? view.now, 1) };
}

const dated = Object.entries(sendStory).filter(([, view]) =>
  view.items.some((item) => daysToWorkBy(item).length > 0),
);

test.each(dated)('%s, written after a standstill, asks for nothing by a day that is past', (_name, view) => {
  const { subject, text } = render(tooLate(view));
  for (const day of view.items.flatMap(daysToWorkBy)) {
    const words = `entro\\W+(?:(?:lune|marte|mercole|giove|vener)dì |sabato |domenica |il |l')*${dayOfMonthInWords(day)}`;
    expect(`${subject}\n${text}`).not.toMatch(new RegExp(words, 'i'));
  }
});

test('there are such mails of most kinds', () => {
  expect(new Set(dated.flatMap(([, view]) => view.items.map(({ kind }) => kind))).size).toBeGreaterThan(5);
});
