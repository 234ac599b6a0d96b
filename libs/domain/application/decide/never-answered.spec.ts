import { sendDefinition } from '../../../../test/support/send-definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { moneyAtRisk } from '#domain/desk/money-at-risk.js';
import { signOf } from '#domain/desk/sign.js';
import { askToPhone, isStillSilent } from '#domain/desk/today.js';
import type { Fact, NewFact, NewFactOf } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { tidied } from '../admit/tidy.js';
import { History, participating } from '../case/made-up-facts.js';
import { explain } from '../explain/explain.js';
import { decide } from './decide.js';
import { madeUpInput, recorded } from './made-up-input.js';
import { stillHolds } from './still-holds.js';

const send = sendDefinition();

const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));
/** One minute after the call's end, 20 September 2024, 23:59. */
const CLOSING = at('2024-09-21', '00:00');
const LATER = at('2024-10-01');

const invited = () => new History().opened('2024-05-08');

const decided = (facts: readonly Fact[], now: number, call: readonly Fact[] = []) =>
  decide({ ...madeUpInput(send, invited(), now), streams: { call, application: facts } });

/** What is decided goes on record, as `record` would do. */
function closed(history: History = invited()): Fact[] {
  return recorded(history.facts, decided(history.facts, CLOSING), CLOSING);
}

/** Of an application without an answer from before it was closed by the end. */
function lapsedBefore(): Fact[] {
  return invited().add('term.lapsed', '2024-09-21', { term: 'callEnd', round: 1, end: '2024-09-20' }).facts;
}

function act(
  milestone: string,
  legalDate: LocalDate,
  body: Partial<NewFactOf<'milestone.recorded'>['body']> = { proof: 'ricevuta' },
  more: Partial<NewFact> = {},
): NewFact {
  return {
    type: 'milestone.recorded',
    legalDate,
    legalSource: 'declared',
    channel: 'web',
    actor: 'marta',
    body: { milestone, data: {}, ...body },
    ...more,
  } as NewFact;
}

const code = (fact: NewFact, facts: readonly Fact[], now = LATER) =>
  admit(fact, send, { call: [], application: facts }, now)?.code;

/** As the record does: what is admitted is kept tidy, and what follows is decided. */
function after(fact: NewFact, facts: readonly Fact[], now = LATER, call: readonly Fact[] = []) {
  const kept = tidied(fact, send, { call, application: facts });
  expect(admit(kept, send, { call, application: facts }, now)).toBeUndefined();
  const all = [
    ...facts,
    {
      ...kept,
      id: `fact-${facts.length + 1}`,
      seq: facts.length + 1,
      recordedAt: new Date(now).toISOString(),
    },
  ] as Fact[];
  const decisions = decided(all, now, call);
  return { decisions, facts: recorded(all, decisions, now) };
}

test('who never answered is closed one minute after the call’s end, with a coded reason', () => {
  expect(decided(invited().facts, CLOSING - 1000).facts.map((fact) => fact.type)).not.toContain(
    'term.lapsed',
  );
  const { facts, theCase, next } = decided(invited().facts, CLOSING);
  expect(facts.find((fact) => fact.type === 'term.lapsed')?.body).toEqual({
    term: 'callEnd',
    round: 1,
    end: '2024-09-20',
    closes: 'neverAnswered',
  });
  expect(theCase).toMatchObject({ ended: true, missing: [], overlays: [], stage: { id: 'decision' } });
  expect(next).toBeUndefined();
  expect(explain(theCase).sentence).toBe(
    'Chiusa: nessuna risposta entro la fine dell’avviso, venerdì 20 settembre 2024.',
  );
});

test('it is closed once, and the same also when it only asked to talk', () => {
  expect(decided(closed(), LATER).facts).toEqual([]);
  const talking = invited().milestone('participation', '2024-06-03', { outcome: 'talk' });
  expect(decided(closed(talking), LATER)).toMatchObject({ facts: [], theCase: { ended: true } });
});

test('who answered and did not send has a lapse as before, and no closing', () => {
  const { facts, theCase } = decided(participating().facts, CLOSING);
  expect(facts.map((fact) => fact.body)).toEqual([{ term: 'callEnd', round: 1, end: '2024-09-20' }]);
  expect(theCase).toMatchObject({ ended: false, overlays: ['termPassed'] });
});

test('money at risk, signs and telephone calls forget what is closed', () => {
  const asked = invited().add('reminder.answered', '2024-09-10', {
    answer: 'cannot',
    person: 'antonio',
    term: 'answer',
    round: 1,
  });
  const facts = closed(asked);
  const { theCase } = decided(facts, LATER);
  const glance = glanceOf(theCase, facts, explain(theCase));
  expect(glance.outcome).toBe('closed');
  expect(signOf(glance, '2024-09-23')).toBe('closed');
  expect(moneyAtRisk([{ number: '1', glance }], '2024-09-23', 7)).toEqual({ cents: 0, applications: [] });
  expect(askToPhone(glance, '2024-09-23')).toEqual([]);
  const silence = { application: 'app', at: '2024-09-01', requirement: 'participation' };
  expect(isStillSilent(silence, glance)).toBe(false);
});

test('the office hears of it in the digest of the next morning, the comune nothing, and nobody is called', () => {
  const { messages } = decided(invited().facts, CLOSING);
  const fresh = messages.filter((each) => each.kind === 'officeNews' || each.kind === 'officeCall');
  expect(fresh).toMatchObject([
    {
      person: 'deskOfficer',
      digest: true,
      deliverAt: '2024-09-23T05:45:00Z',
      body: { news: 'neverAnswered', term: 'callEnd', end: '2024-09-20' },
    },
  ]);
  expect(messages.filter((each) => each.superseded !== true && each.person !== 'deskOfficer')).toEqual([]);
});

test('a case of a call that was over already closes once, in the office’s digest of that day', () => {
  const now = at('2025-02-04', '10:00');
  const decisions = decided(lapsedBefore(), now);
  expect(decisions.facts.filter((fact) => fact.type === 'term.lapsed')).toMatchObject([
    { legalDate: '2025-02-04', body: { closes: 'neverAnswered' } },
  ]);
  const told = decisions.messages.filter(
    ({ key, superseded }) => superseded !== true && !key.includes('lapsed'),
  );
  expect(told).toMatchObject([{ body: { news: 'neverAnswered' }, deliverAt: '2025-02-05T06:45:00Z' }]);
  expect(decided(recorded(lapsedBefore(), decisions, now), now + 86_400_000).facts).toEqual([]);
});

test.each([
  ['for the whole call', true],
  ['for one comune', false],
])('an extension %s that moves the end opens it again', (_for, whole) => {
  const body = {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 137/2024',
    actDate: '2024-09-20',
    knownOn: '2024-09-25',
    newEnd: '2024-12-06',
  } as const;
  const now = at('2024-09-25', '10:00');
  const amended = new History().add('term.amended', '2024-09-25', body).facts;
  const one = {
    type: 'term.amended',
    legalDate: '2024-09-25',
    legalSource: 'declared',
    channel: 'web',
    body,
  };
  const { facts, messages, theCase } = whole
    ? decided(closed(), now, amended)
    : after(one as NewFact, closed(), now).decisions;
  expect(facts).toMatchObject([{ type: 'term.reinstated', body: { because: 'termMoved' } }]);
  expect(theCase).toMatchObject({ ended: false, stage: { id: 'decision' } });
  expect(theCase.missing.map((each) => each.requirement.id)).toEqual(['participation']);
  // What was decided about the closing and not sent yet is true no more.
  const news = { news: 'neverAnswered', term: 'callEnd', round: 1, end: '2024-09-20' } as const;
  expect(stillHolds({ kind: 'officeNews', body: news }, theCase, closed(), now)).toBe('replaced');
  // A date given in vain is no reason to write: nobody was told of it yet.
  expect(messages.filter((each) => each.kind === 'termMoved')).toEqual([]);
});

test('a sending in time with its proof opens it again, whatever is missing here', () => {
  const { decisions } = after(act('submission', '2024-09-19'), closed());
  expect(decisions.facts).toMatchObject([{ type: 'term.reinstated', body: { because: 'actInTime' } }]);
  expect(decisions.theCase).toMatchObject({ ended: false, stage: { id: 'admission' } });
  expect(decisions.theCase.debts.map((each) => each.requirement.id)).toContain('participation');
});

test('a sending that is only declared waits for its proof, which takes its place', () => {
  const said = after(act('submission', '2024-09-19', {}), closed());
  expect(said.decisions).toMatchObject({ facts: [], theCase: { ended: true } });
  expect(explain(said.decisions.theCase).sentence).toBe(
    'Chiusa: nessuna risposta entro la fine dell’avviso, venerdì 20 settembre 2024. ' +
      'L’invio è dichiarato il 19 settembre 2024: registralo con la prova, e si riapre.',
  );
  const proven = after(act('submission', '2024-09-18'), said.facts);
  expect(proven.decisions.theCase).toMatchObject({ ended: false, stage: { id: 'admission' } });
  expect(proven.facts.filter((fact) => fact.corrects !== undefined)).toHaveLength(1);
});

test('after the end nobody begins here: yes, no, papers and everything else are refused with what to do', () => {
  const facts = closed();
  const yes = (more: object = {}) => act('participation', '2024-10-01', { outcome: 'yes', ...more });
  expect(code(yes(), facts)).toBe('CASO-04');
  expect(code(yes({ proof: 'pec' }), facts)).toBe('CASO-04');
  expect(code(act('participation', '2024-10-01', { outcome: 'no' }), facts)).toBe('CASO-04');
  const paper = { requirement: 'participationAct', document: 'd', sha256: 'a', bytes: 1, mediaType: 'a/b' };
  const filing = { type: 'document.filed', legalDate: '2024-10-01', legalSource: 'received', channel: 'web' };
  expect(code({ ...filing, body: paper } as NewFact, facts)).toBe('CASO-04');
  // Before the engine has looked, and of a case from before this rule, just the same.
  const last = at('2024-09-20', '23:59:30');
  const now = { legalTime: '23:59:30' };
  expect(code(act('participation', '2024-09-20', { outcome: 'yes' }, now), invited().facts, last)).toBe(
    'CASO-04',
  );
  expect(code(yes(), lapsedBefore())).toBe('CASO-04');
  // Who has begun goes on: what is missing may still be brought.
  expect(code({ ...filing, body: paper } as NewFact, participating().facts)).toBeUndefined();
});

test('an answer in time counts also afterwards, where it is proven', () => {
  const yes = act('participation', '2024-09-12', { outcome: 'yes' });
  expect(code(yes, closed())).toBe('CASO-04');
  const byPec = { ...yes, channel: 'pec' } as NewFact;
  const { decisions } = after(byPec, closed());
  expect(decisions.theCase).toMatchObject({
    ended: false,
    stage: { id: 'preparation' },
    overlays: ['termPassed'],
  });
});

test('a sending after the end is refused with its own code', () => {
  expect(code(act('submission', '2024-09-21'), closed())).toBe('CASO-05');
  const late = { legalTime: '23:59:01' };
  expect(code(act('submission', '2024-09-20', { proof: 'p' }, late), closed())).toBe('CASO-05');
});

test('«L’ho già fatto» is taken also afterwards, and a note', () => {
  const facts = closed();
  const said = { legalDate: '2024-10-01', legalSource: 'received', channel: 'email' } as const;
  const answered = (answer: 'done' | 'cannot'): NewFact => ({
    ...said,
    type: 'reminder.answered',
    body: { answer, person: 'antonio', term: 'callEnd', round: 1 },
  });
  expect(code(answered('done'), facts)).toBeUndefined();
  expect(code(answered('cannot'), facts)).toBe('CASO-04');
  expect(
    code({ ...said, type: 'talk.logged', body: { kind: 'note', officeOnly: true } }, facts),
  ).toBeUndefined();
});
