import type { CallDefinition } from '#domain/call/definition.js';
import { sendDefinition } from '../../../../test/support/send-definition.js';
import type { DocumentRequirement, MilestoneRequirement } from '#domain/call/requirement.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { moneyAtRisk } from '#domain/desk/money-at-risk.js';
import { signOf } from '#domain/desk/sign.js';
import { sectionsOf } from '#domain/desk/today.js';
import type { NewFactOf } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { decide } from '../decide/decide.js';
import { stillHolds } from '../decide/still-holds.js';
import { madeUpInput } from '../decide/made-up-input.js';
import { explain } from '../explain/explain.js';
import { readCase } from './case.js';
import { History } from './made-up-facts.js';

const send = sendDefinition();
const source = { act: 'avviso, art. 9', quote: 'a pena di esclusione', readOn: '2026-11-30' } as const;
const at = (date: LocalDate) => epochMs(instantAt(date, '12:00:00'));

/** The call with something more said of one of its papers or acts. */
function saying(
  id: string,
  more: Partial<DocumentRequirement> | Partial<MilestoneRequirement>,
): CallDefinition {
  return {
    ...send,
    stages: send.stages.map((stage) => ({
      ...stage,
      requirements: stage.requirements.map((each) =>
        each.id === id ? ({ ...each, ...more } as typeof each) : each,
      ),
    })),
  };
}

const owed = (weight: 'gate' | 'curable' | 'fatal', confirmed = true) =>
  saying('participationAct', { ifOwed: { weight, source: { ...source, confirmed } } });

/** Sent on 3 June on the platform, while nothing of ours was here. */
const sent = () =>
  new History()
    .opened('2024-05-08')
    .milestone('submission', '2024-06-03', { time: '11:20:00', recorded: '2024-06-06' });

const read = (definition: CallDefinition, { facts }: History) =>
  readCase(definition, { call: [], application: facts });
const weights = (definition: CallDefinition) =>
  Object.fromEntries(read(definition, sent()).debts.map((each) => [each.requirement.id, each.weight]));

test('where nobody has read it, the deed of ours is shown as fatal, and what the platform takes it had', () => {
  expect(weights(send)).toEqual({
    participation: 'curable',
    participationAct: 'fatal',
    serviceList: 'gate',
    signedApplication: 'gate',
  });
  expect(explain(read(send, sent())).why).toContain(
    "Inviata, ma rischia l’esclusione: serve l'atto di partecipazione (delibera o determina) con data non successiva al 3 giugno 2024 (da confermare sull’avviso).",
  );
});

test.each([
  [owed('curable'), 'curable'],
  [owed('gate'), 'gate'],
  [owed('fatal'), 'fatal'],
  [owed('curable', false), 'fatal'],
] as const)(
  'the definition names the weight; what it says without having read it counts as fatal',
  (definition, weight) => {
    expect(weights(definition)['participationAct']).toBe(weight);
  },
);

test('what was read says so without a doubt, and what may come later is only missing', () => {
  const why = (definition: CallDefinition) => explain(read(definition, sent())).why;
  expect(why(owed('fatal'))).toContain('con data non successiva al 3 giugno 2024.');
  expect(why(owed('curable'))).not.toContain('esclusione');
  expect(why(owed('curable'))).toContain(
    'Manca ancora qui: la decisione di partecipare; atto di partecipazione',
  );
});

test('what the office has read and confirmed at the launch counts as read', () => {
  const launched = new History().add('call.launched', '2024-05-07', {
    definition: { id: send.id, version: 1, hash: 'h' },
    confirmed: ['participationActIfOwed'],
  } as never).facts;
  const definition = owed('curable', false);
  const { debts } = readCase(definition, { call: launched, application: sent().facts });
  expect(debts.find(({ requirement }) => requirement.id === 'participationAct')?.weight).toBe('curable');
});

test('until the deed is there money is at risk, the sign is late and the first page has the line', () => {
  const today = '2024-06-10';
  const seen = (history: History) => {
    const glance = glanceOf(read(send, history), history.facts, explain(read(send, history)));
    return {
      risk: moneyAtRisk([{ number: 'A', glance }], today, 7).cents,
      sign: signOf(glance, today),
      now: sectionsOf([{ number: 'A', glance }], today).now.length,
    };
  };
  expect(seen(sent())).toEqual({ risk: 2_314_700, sign: 'atRisk', now: 1 });
  const there = sent().filed('participationAct', '2024-06-10').reviewed('participationAct', '2024-06-10');
  expect(seen(there)).toEqual({ risk: 0, sign: 'waiting', now: 0 });
});

test('secretary and head of office hear of it at once, once; nobody does where it may come later', () => {
  const told = (definition: CallDefinition, history: History, now: LocalDate) =>
    decide(madeUpInput(definition, history, at(now))).messages.filter(
      ({ kind, body }) => kind === 'officeNews' && 'news' in body && body.news === 'mayBeExcluded',
    );
  const first = told(send, sent(), '2024-06-06');
  expect(first.map(({ person, digest }) => [person, digest])).toEqual([
    ['secretary', false],
    ['headOfOffice', false],
  ]);
  expect(told(send, sent(), '2024-06-20').map(({ key }) => key)).toEqual(first.map(({ key }) => key));
  expect(told(owed('curable'), sent(), '2024-06-06')).toEqual([]);
  const filed = sent().filed('participationAct', '2024-06-06');
  filed.reviewed('participationAct', '2024-06-06');
  expect(told(send, filed, '2024-06-06')).toEqual([]);
});

test('the office hears at once that such a paper is there to be looked at, and of others with its digest', () => {
  const review = (definition: CallDefinition) =>
    decide(madeUpInput(definition, sent().filed('participationAct', '2024-06-06'), at('2024-06-06')))
      .messages.filter(({ kind }) => kind === 'officeReview')
      .map(({ digest }) => digest);
  expect(review(send)).toEqual([false]);
  expect(review(owed('curable'))).toEqual([true]);
});

test('the news holds while the paper waits to be looked at, and no longer than until it is accepted', () => {
  const filed = sent().filed('participationAct', '2024-06-06');
  const news = decide(madeUpInput(send, filed, at('2024-06-06'))).messages.find(
    ({ body }) => 'news' in body && body.news === 'mayBeExcluded',
  );
  if (news === undefined) throw new Error('nobody is told');
  const holds = ({ facts }: History) =>
    stillHolds(news, readCase(send, { call: [], application: facts }), facts, at('2024-06-07'));
  expect(holds(filed)).toBeUndefined();
  // The risk is said as long as there is one.
  expect(explain(read(send, filed)).why).toContain(
    "rischia l’esclusione: è da controllare l'atto di partecipazione (delibera o determina), che serve con data",
  );
  filed.reviewed('participationAct', '2024-06-07');
  expect(holds(filed)).toBe('done');
});

test('it is accepted by the date that it bears; a younger one needs somebody who says why', () => {
  const history = sent().filed('participationAct', '2024-06-12');
  const document = `participationAct-${history.facts.length}`;
  const accepted = (more: { dated?: LocalDate; reason?: string }) =>
    admit(
      {
        type: 'document.reviewed',
        legalDate: '2024-06-13',
        legalSource: 'declared',
        channel: 'web',
        actor: 'marta',
        body: { requirement: 'participationAct', document, verdict: 'accepted', ...more },
      } satisfies NewFactOf<'document.reviewed'>,
      send,
      { call: [], application: history.facts },
      at('2024-06-13'),
    )?.code;
  expect(accepted({})).toBe('DOC-105');
  expect(accepted({ dated: '2024-06-14' })).toBe('DOC-105');
  expect(accepted({ dated: '2024-06-03' })).toBeUndefined();
  expect(accepted({ dated: '2024-06-12' })).toBe('DOC-106');
  expect(
    accepted({ dated: '2024-06-12', reason: 'la delibera del 2 giugno dava già il mandato' }),
  ).toBeUndefined();
});

test('a decree that implies the admission moves the case, and the outcome of the admission is owed as a proof', () => {
  const history = sent().milestone('decree', '2024-09-10', { time: '10:00:00' });
  const implying = saying('decree', { implies: ['admission'] });
  expect(read(send, history).stage.id).toBe('admission');
  const theCase = read(implying, history);
  expect(theCase).toMatchObject({ stage: { id: 'cup' }, since: { date: '2024-09-10' } });
  expect(theCase.debts.map((each) => [each.requirement.id, each.weight])).toContainEqual([
    'admission',
    'curable',
  ]);
  // A CUP alone implies nothing; with it, the decree is taken by its own stage.
  history.milestone('cup', '2024-08-01', { data: { cup: 'J81F22003840006' } });
  expect(read(implying, history).stage.id).toBe('contract');
  // The outcome itself, found later, tells the same path by its own day.
  history.milestone('admission', '2024-07-23', {
    outcome: 'admitted',
    time: '11:02:00',
    recorded: '2024-09-12',
  });
  const found = read(implying, history);
  expect(found.stage.id).toBe('contract');
  expect(found.debts.map((each) => each.requirement.id)).not.toContain('admission');
  expect(found.path.find(({ stage }) => stage.id === 'cup')?.entered.date).toBe('2024-07-23');
});
