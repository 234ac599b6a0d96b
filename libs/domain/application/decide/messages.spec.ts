import { atHoursOf } from './made-up-input.js';
import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { decide } from './decide.js';
import type { DecideInput, Decisions, ToldMessage } from './decision.js';
import { explain } from '../explain/explain.js';
import { admitted, History } from '../case/made-up-facts.js';
import { stillHolds } from './still-holds.js';
import { rolesOf, type Seat } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;
const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));

function decided(facts: readonly Fact[], now: number, more: Partial<DecideInput> = {}): Decisions {
  return decide({
    application: 'app',
    definition: send,
    streams: { call: [], application: facts },
    told: [],
    recipients: rolesOf,
    writtenTo: atHoursOf,
    isClosed: () => false,
    now,
    ...more,
  });
}

function asSent({ messages }: Decisions): ToldMessage[] {
  return messages.map(({ key, kind, person, deliverAt, term, superseded }) => ({
    key,
    kind,
    person,
    state: superseded === true ? 'skipped' : 'sent',
    deliverAt,
    ...(term === undefined ? {} : { term }),
  }));
}

describe('reminders of a term', () => {
  test('the first e-mail of a peremptory term goes alone and at once, the others in the digest', () => {
    const first = decided(admitted().facts, at('2024-07-23', '11:30'));
    const start = first.messages.filter((each) => each.step === 'start');
    expect(start.map((each) => [each.person, each.digest, each.deliverAt])).toEqual([
      ['referent', false, '2024-07-23T09:30:00Z'],
      ['rup', false, '2024-07-23T09:30:00Z'],
    ]);
    const next = decided(admitted().facts, at('2024-07-24', '07:30'), { told: asSent(first) });
    expect(next.messages.filter((each) => each.kind === 'reminder').every((each) => each.digest)).toBe(true);
  });

  test('a peremptory term known in the night over an outage is told with the next allowed hour', () => {
    const late = decided(admitted().facts, at('2024-07-23', '22:30'));
    const start = late.messages.find((each) => each.step === 'start');
    expect(start).toMatchObject({ digest: false, deliverAt: '2024-07-24T05:00:00Z' });
  });

  test('the reminder before an escalation carries who is told next, and the escalation who was told of it', () => {
    const first = decided(admitted().facts, at('2024-07-23', '11:30'));
    expect(first.messages.find((each) => each.step === 'start')?.body).toEqual({
      announces: [{ to: 'secretary', on: '2024-07-24' }],
    });
    const next = decided(admitted().facts, at('2024-07-24', '07:30'), { told: asSent(first) });
    expect(next.messages.find((each) => each.kind === 'escalation')?.body).toEqual({
      announced: { to: ['referent', 'rup'], on: '2024-07-23' },
    });
  });

  test('an escalation that nobody was told of does not say that it was announced', () => {
    const now = decided(admitted().facts, at('2024-07-24', '07:30'));
    expect(now.messages.find((each) => each.kind === 'escalation')?.body).toEqual({});
  });

  test('the mayor is reminded of the end of the call only while the signature is his', () => {
    const history = new History()
      .opened('2024-05-08')
      .milestone('participation', '2024-05-14', { outcome: 'yes' });
    const persons = () =>
      new Set(
        decided(history.facts, at('2024-09-10', '07:30'))
          .messages.filter((each) => each.kind === 'reminder')
          .map((each) => each.person),
      );
    expect(persons()).toEqual(new Set(['referent']));
    history.filed('participationAct', '2024-05-20').reviewed('participationAct', '2024-05-21');
    history.filed('serviceList', '2024-05-20').reviewed('serviceList', '2024-05-21');
    expect(persons()).toEqual(new Set(['referent', 'legalRepresentative']));
  });

  test('whoever is told the new end is not told it a second time, while a newcomer hears of it', () => {
    const history = admitted();
    history.milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
    history.milestone('decree', '2024-09-02', { data: { decreeNumber: '1', decreedCents: 2_314_700 } });
    const told = asSent(decided(history.facts, at('2024-09-02', '12:00')));
    expect(told.map((each) => each.person)).toContain('rup');
    history.add('term.amended', '2024-09-09', {
      term: 'contractUpload',
      kind: 'extension',
      act: 'Decreto di proroga',
      actDate: '2024-09-09',
      knownOn: '2024-09-09',
      newEnd: '2025-03-31',
    });
    // The referent was told the old end; the RUP has changed since.
    const recipients = (seats: readonly Seat[]) =>
      rolesOf(seats).map((role) => (role === 'rup' ? 'newRup' : role));
    const moved = decided(history.facts, at('2024-09-09', '12:00'), { told, recipients });
    const now = moved.messages.filter((each) => each.term?.end === '2025-03-31');
    expect(now.map((each) => `${each.kind} ${each.person}`).toSorted()).toEqual([
      'reminder newRup',
      'termMoved referent',
      'termMoved rup',
    ]);
  });

  test('a term that was told and never started gets one correction, and nothing when it runs again', () => {
    const history = admitted();
    const told = asSent(decided(history.facts, at('2024-07-23', '12:00')));
    const voided = new History().add('fact.voided', '2024-07-24', { reason: 'error' }).facts[0]!;
    const facts = [
      ...history.facts,
      { ...voided, id: 'void', seq: 99, corrects: history.facts.at(-1)!.id } as Fact,
    ];
    const gone = decided(facts, at('2024-07-24'), { told });
    const corrections = gone.messages.filter((each) => each.kind === 'dateCorrected');
    expect(corrections.map((each) => each.person).toSorted()).toEqual(['referent', 'rup']);
    expect(corrections[0]?.body).toEqual({
      oldEnd: '2024-07-26',
      gone: 'cupEntry',
      round: 1,
      toldOn: '2024-07-23',
    });
    const again = decided(facts, at('2024-07-25'), { told: [...told, ...asSent(gone)] });
    expect(again.messages.filter((each) => each.kind === 'dateCorrected')).toEqual([]);
    expect(stillHolds(corrections[0]!, gone.theCase, facts, at('2024-07-24'))).toBeUndefined();
    const back = decided(history.facts, at('2024-07-24'), { told });
    expect(stillHolds(corrections[0]!, back.theCase, history.facts, at('2024-07-24'))).toBe('replaced');
  });
});

describe('maintenance', () => {
  const paid = () => {
    const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
    for (const milestone of ['decree', 'contract', 'completion'])
      history.milestone(milestone, '2024-09-02', { data: {} });
    history.milestone('verification', '2024-10-02', { outcome: 'positive' });
    for (const paper of ['awardAct', 'cre', 'annex5'])
      history.filed(paper, '2024-09-02').reviewed(paper, '2024-09-02');
    for (const milestone of ['paymentRequest', 'payment', 'collection'])
      history.milestone(milestone, '2024-11-04');
    return history;
  };

  test('asks once a year, repeats after fifteen days, and does not repeat what was answered', () => {
    const year = (now: LocalDate, history: History, told: ToldMessage[]) =>
      decided(history.facts, at(now, '08:30'), { told }).messages.filter((each) => each.kind === 'reminder');
    const history = paid();
    const first = year('2025-01-02', history, []);
    expect(first.map((each) => each.step)).toEqual(['start']);
    const told = asSent(decided(history.facts, at('2025-01-02', '08:30')));
    expect(year('2025-01-16', history, told).map((each) => each.step)).toEqual(['+15']);
    history.add('reminder.answered', '2025-01-08', { answer: 'done', person: 'referent' });
    expect(year('2025-01-16', history, told)).toEqual([]);
  });
});

describe('a negative outcome', () => {
  const completed = () => {
    const history = admitted().milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } });
    for (const milestone of ['decree', 'contract', 'completion']) history.milestone(milestone, '2024-09-02');
    return history.filed('awardAct', '2024-09-02').reviewed('awardAct', '2024-09-02');
  };
  const news = (history: History, on: LocalDate) =>
    decided(history.facts, at(on, '12:00')).messages.flatMap(({ kind, person, body, digest }) =>
      kind === 'officeNews' && body.news === 'stage' ? [[person, body.stage, digest]] : [],
    );

  test('of the verification is told to the office at once', () => {
    const history = completed().milestone('verification', '2024-10-02', { outcome: 'negative' });
    expect(news(history, '2024-10-02')).toEqual([['deskOfficer', 'revoked', false]]);
  });

  test('as a decree of revocation is told to the office at once, a withdrawal of the comune is not', () => {
    const revoked = completed()
      .milestone('revocationStarted', '2024-10-02')
      .milestone('revocationDecreed', '2024-11-04');
    expect(news(revoked, '2024-11-04')).toEqual([['deskOfficer', 'revoked', false]]);
    const withdrawn = completed()
      .milestone('withdrawalRequested', '2024-10-02')
      .milestone('withdrawalDecreed', '2024-11-04');
    expect(news(withdrawn, '2024-11-04')).toEqual([]);
  });

  test('as an exclusion is told once, when the remedies begin', () => {
    const history = admitted();
    history.facts.pop();
    history.milestone('admission', '2024-07-23', { outcome: 'notAdmitted' });
    expect(news(history, '2024-07-23')).toEqual([['deskOfficer', 'notAdmitted', false]]);
    history.milestone('notAdmittedRemedy', '2024-09-02', { outcome: 'closed' });
    expect(news(history, '2024-09-02')).toEqual([['deskOfficer', 'notAdmitted', false]]);
  });
});

describe('while an interrupt is open', () => {
  const decreed = () =>
    admitted()
      .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
      .milestone('decree', '2024-08-22');
  // The sample check lets the stage's clock run, the clarification stops it; a paper is looked at all the same.
  test.each(['sampleCheckRequested', 'clarificationRequested'])(
    'after %s a paper filed meanwhile is looked at, and told when it is sent back',
    (opening) => {
      const history = decreed().milestone(opening, '2024-09-02').filed('awardAct', '2024-09-03', '10:00:00');
      const now = decided(history.facts, at('2024-09-03', '10:01'));
      const review = now.messages.find((each) => each.kind === 'officeReview');
      expect(review).toMatchObject({ person: 'deskOfficer', body: { requirement: 'awardAct' } });
      expect(stillHolds(review!, now.theCase, history.facts, at('2024-09-03'))).toBeUndefined();
      history.reviewed('awardAct', '2024-09-04', 'returned');
      const next = decided(history.facts, at('2024-09-04', '12:00'), { told: asSent(now) });
      const returned = next.messages.filter((each) => each.kind === 'documentReturned');
      expect(returned.map((each) => each.person).toSorted()).toEqual(['giulia', 'rup']);
      expect(stillHolds(returned[0]!, next.theCase, history.facts, at('2024-09-04'))).toBeUndefined();
    },
  );

  test('a paper of the sample check is looked at too, and no more once the check is answered', () => {
    const history = decreed()
      .milestone('sampleCheckRequested', '2024-09-02')
      .filed('sampleList', '2024-09-03', '10:00:00');
    const now = decided(history.facts, at('2024-09-03', '10:01'));
    const review = now.messages.find((each) => each.kind === 'officeReview');
    expect(review).toMatchObject({ body: { requirement: 'sampleList' } });
    expect(stillHolds(review!, now.theCase, history.facts, at('2024-09-03', '10:02'))).toBeUndefined();
    history.milestone('sampleCheckAnswered', '2024-09-03', { time: '11:00:00' });
    const { theCase } = decided(history.facts, at('2024-09-03', '11:01'));
    expect(stillHolds(review!, theCase, history.facts, at('2024-09-03', '11:02'))).toBe('done');
  });

  test('the case waits for what a sample check asks first, and for what the stage asks too', () => {
    const { theCase } = decided(
      decreed().milestone('sampleCheckRequested', '2024-09-02').facts,
      at('2024-09-02'),
    );
    const asked = theCase.missing.map((each) => each.requirement.id);
    expect(asked[0]).toBe('sampleList');
    expect(asked.slice(-3)).toEqual(['sampleCheckAnswered', 'awardAct', 'contract']);
  });

  test('a reminder decided before the clock stopped is not sent', () => {
    const reminder = decided(decreed().facts, at('2024-08-22', '12:00')).messages.find(
      (each) => each.term?.id === 'contractUpload',
    );
    const history = decreed().milestone('clarificationRequested', '2024-08-23');
    const { theCase } = decided(history.facts, at('2024-08-23'));
    expect(stillHolds(reminder!, theCase, history.facts, at('2024-08-23'))).toBe('suspended');
  });
});

describe('an approval inside', () => {
  const approval: ApprovalRequirement = {
    kind: 'approval',
    id: 'goAhead',
    label: 'delibera di Giunta',
    order: 'sequence',
    rule: 'all',
    approvers: ['secretary', 'legalRepresentative'],
    substitute: 'headOfOffice',
  };
  const definition: CallDefinition = {
    ...send,
    stages: send.stages.map((stage) =>
      stage.id === 'preparation' ? { ...stage, wait: 'approval', requirements: [approval] } : stage,
    ),
  };
  const waiting = () =>
    new History().opened('2024-05-08').milestone('participation', '2024-05-14', { outcome: 'yes' });
  const due = (history: History, now: number, told: ToldMessage[] = []) =>
    decided(history.facts, now, { definition, told });
  const asked = ({ messages }: Decisions) =>
    messages
      .filter((each) => 'approval' in each.body && each.superseded !== true)
      .map((each) => [each.kind, each.step, each.person, each.digest]);

  test('asks only whose turn it is, reminds, then the substitute and the office', () => {
    const history = waiting();
    let told: ToldMessage[] = [];
    const seen = (
      ['2024-05-14', '2024-05-16', '2024-05-20', '2024-05-22'] satisfies LocalDate[] as LocalDate[]
    ).map((day) => {
      const now = due(history, at(day), told);
      told = [...told, ...asSent(now)];
      return asked(now);
    });
    expect(seen).toEqual([
      [['approvalAsked', 'start', 'secretary', true]],
      [['approvalAsked', '+2', 'secretary', true]],
      [['escalation', '+4.substitute', 'headOfOffice', true]],
      [['officeCall', '+6.office', 'deskOfficer', true]],
    ]);
  });

  test('in a sequence the next one is asked when the first has answered, and the first no more', () => {
    const history = waiting();
    const first = due(history, at('2024-05-14'));
    const pending = first.messages.find((each) => each.kind === 'approvalAsked')!;
    history.add('approval.answered', '2024-05-15', {
      approval: 'goAhead/secretary',
      person: 'secretary',
      verdict: 'given',
    });
    const next = due(history, at('2024-05-15', '10:00'), asSent(first));
    expect(asked(next)).toEqual([['approvalAsked', 'start', 'legalRepresentative', true]]);
    expect(stillHolds(pending, next.theCase, history.facts, at('2024-05-15', '10:00'))).toBe('done');
  });

  test('a sample check does not keep it from being asked and given', () => {
    const history = waiting().milestone('sampleCheckRequested', '2024-05-14');
    const now = due(history, at('2024-05-14'));
    expect(asked(now)).toEqual([['approvalAsked', 'start', 'secretary', true]]);
    const answer: NewFact = {
      type: 'approval.answered',
      legalDate: '2024-05-15',
      legalSource: 'received',
      channel: 'web',
      body: { approval: 'goAhead/secretary', person: 'secretary', verdict: 'given' },
    };
    const streams = { call: [], application: history.facts };
    expect(admit(answer, definition, streams, at('2024-05-15'))).toBeUndefined();
  });

  test('sent back opens a new round, told with its reason to those who prepared it', () => {
    const history = waiting().add('approval.answered', '2024-05-15', {
      approval: 'goAhead/secretary',
      person: 'secretary',
      verdict: 'returned',
      reason: 'manca il parere',
    });
    const now = due(history, at('2024-05-15', '10:00'));
    expect(
      now.messages.filter((each) => each.kind === 'documentReturned').map((each) => each.person),
    ).toEqual(['referent', 'rup']);
    expect(asked(now)).toEqual([['approvalAsked', 'start', 'secretary', true]]);
    expect(now.messages.find((each) => each.kind === 'approvalAsked')?.key).toContain('2024-05-15T');
  });
});

describe('a CUP that another application carries', () => {
  const cup = 'J81F22003840006';
  const carrying = () => admitted().milestone('cup', '2024-07-25', { data: { cup } });
  const use = (body: string, live: boolean) => ({ cup, body, live, number: 'ULL-2024-0009' });
  const news = ({ messages }: Decisions) =>
    messages.filter(({ kind, body }) => kind === 'officeNews' && body.news === 'finding');

  test('of another body is a finding: told to the office once, and said in the sentence without its number', () => {
    const now = decided(carrying().facts, at('2024-07-26'), { cupUses: [use('nemoli', false)] });
    expect(now.theCase.findings).toEqual([
      {
        id: 'CUP-12:ULL-2024-0009',
        code: 'CUP-12',
        cup,
        number: 'ULL-2024-0009',
        sentence: expect.stringMatching(/già di un altro ente.*ULL-2024-0009\.$/),
      },
    ]);
    expect(news(now)).toHaveLength(1);
    expect(explain(now.theCase, now).sentence).toContain('. Da chiarire: il CUP risulta di un altro ente.');
    const again = decided(carrying().facts, at('2024-07-26'), {
      cupUses: [use('nemoli', false)],
      told: asSent(now),
    });
    expect(news(again)).toEqual([]);
  });

  test('live twice at one body is a finding until it is resolved with a reason', () => {
    const cupUses = [use('rivello', true)];
    expect(decided(carrying().facts, at('2024-07-26'), { cupUses }).theCase.findings).toMatchObject([
      { code: 'CUP-11' },
    ]);
    const resolved = carrying().add('finding.resolved', '2024-07-26', {
      finding: 'CUP-11:ULL-2024-0009',
      reason: 'due progetti, un CUP: confermato',
    });
    expect(decided(resolved.facts, at('2024-07-26'), { cupUses }).theCase.findings).toEqual([]);
  });

  test('kept by the same body after a withdrawal is right and says nothing', () => {
    const now = decided(carrying().facts, at('2024-07-26'), { cupUses: [use('rivello', false)] });
    expect(now.theCase.findings).toEqual([]);
    expect(news(now)).toEqual([]);
  });
});

test('times of messages are instants', () => {
  const now = decided(admitted().facts, at('2024-07-23', '11:30'));
  for (const each of now.messages) expect(isoInstant(epochMs(each.deliverAt))).toBe(each.deliverAt);
});
