import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import { admitted, History } from '../case/made-up-facts.js';
import { decide } from './decide.js';
import type { ToldMessage } from './decision.js';
import { madeUpInput } from './made-up-input.js';

// Admitted on Tuesday 23 July 2024: the CUP is due on Sunday 28, worked by Friday 26, and moved to Monday 29 by law.
const at = (date: LocalDate, time: string) => epochMs(instantAt(date, time));
const input = (now: number, told: ToldMessage[]) => madeUpInput(sendDefinition(), admitted(), now, { told });

/** All that is decided at these moments, as sent. */
function toldAt(...moments: number[]): ToldMessage[] {
  return moments.reduce<ToldMessage[]>((told, now) => {
    const decided = decide(input(now, told)).messages.filter((each) => each.superseded !== true);
    return [
      ...told,
      ...decided.map(({ key, kind, person, deliverAt, term }) => ({
        key,
        kind,
        person,
        deliverAt,
        state: 'sent' as const,
        ...(term === undefined ? {} : { term }),
      })),
    ];
  }, []);
}

function lapsed(told: ToldMessage[]) {
  const now = at('2024-07-30', '08:00');
  return decide(input(now, told)).messages.flatMap(({ body }) =>
    'news' in body && body.news === 'termLapsed' ? [body] : [],
  );
}

test('the office hears who was not reminded in the last days of a term that passed', () => {
  const [news] = lapsed(toldAt(at('2024-07-23', '11:10')));
  expect(news?.unreminded?.toSorted()).toEqual(['legalRepresentative', 'referent', 'rup', 'secretary']);
});

test('and of nobody where everybody was', () => {
  const days: [LocalDate, string][] = [
    ['2024-07-23', '11:10'],
    ['2024-07-24', '07:10'],
    ['2024-07-25', '07:10'],
    ['2024-07-26', '07:10'],
    ['2024-07-29', '15:10'],
  ];
  const [news] = lapsed(toldAt(...days.map(([date, time]) => at(date, time))));
  expect(news).toBeDefined();
  expect(news).not.toHaveProperty('unreminded');
});

describe('of a call that ended while a comune had not answered', () => {
  // Launched on Wednesday 4 September 2024, sixteen days before the end: the answer is asked until Wednesday 18.
  const invited = () => new History().opened('2024-09-04');
  const closing = at('2024-09-21', '09:00');
  const closedAfter = (history: History, ...moments: number[]) => {
    let told: ToldMessage[] = [];
    for (const now of moments) {
      const { messages } = decide(madeUpInput(sendDefinition(), history, now, { told }));
      told = [
        ...told,
        ...messages
          .filter(({ superseded }) => superseded !== true)
          .map((each) => ({ ...each, state: 'sent' as const })),
      ];
    }
    return decide(madeUpInput(sendDefinition(), history, closing, { told })).messages.flatMap(({ body }) =>
      'news' in body && body.news === 'neverAnswered' ? [body] : [],
    );
  };

  test('the office hears who was not asked in the last days', () => {
    const [news] = closedAfter(invited(), at('2024-09-04', '09:10'));
    expect(news?.unreminded?.toSorted()).toEqual(['legalRepresentative', 'secretary']);
  });

  test.each([
    ['everybody was asked', invited(), [at('2024-09-10', '07:30'), at('2024-09-13', '07:30')]],
    ['it had asked to talk', invited().milestone('participation', '2024-09-05', { outcome: 'talk' }), []],
  ])('and of nobody where %s', (_when, history, moments) => {
    const [news] = closedAfter(history, at('2024-09-04', '09:10'), ...moments);
    expect(news).toBeDefined();
    expect(news).not.toHaveProperty('unreminded');
  });
});
