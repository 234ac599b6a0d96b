import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { readCase } from './case.js';
import { admitted, History } from './made-up-facts.js';
import { DESK, seatsIn } from '#domain/people/seat.js';

const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

function read(history: History, call = new History()) {
  return readCase(send, { call: call.facts, application: history.facts });
}

test('a new application waits for a yes or a no', () => {
  const theCase = read(new History().opened('2024-05-08'));
  expect(theCase.stage.label).toBe('Da decidere');
  expect(theCase.missing.map((each) => each.requirement.id)).toEqual(['participation']);
  expect(theCase.terms.map((each) => [each.id, each.status])).toEqual([
    ['answer', 'running'],
    ['callEnd', 'running'],
  ]);
});

test('"let us talk" leaves the question open', () => {
  const theCase = read(
    new History().opened('2024-05-08').milestone('participation', '2024-05-10', { outcome: 'talk' }),
  );
  expect(theCase.stage.id).toBe('decision');
});

test('a no ends the application', () => {
  const theCase = read(
    new History().opened('2024-05-08').milestone('participation', '2024-05-10', { outcome: 'no' }),
  );
  expect(theCase).toMatchObject({ ended: true, stage: { label: 'Non partecipa' }, missing: [] });
});

test('the CUP clock starts on the day the PEC was delivered, not when it was registered', () => {
  const late = admitted();
  const pec = late.facts.at(-1);
  const theCase = readCase(send, {
    call: [],
    application: [...late.facts.slice(0, -1), { ...pec!, recordedAt: '2024-07-26T07:00:00Z' }],
  });
  const cup = theCase.terms.find((each) => each.id === 'cupEntry');
  expect(theCase.stage.label).toBe('CUP da inserire');
  // 23 July + 5 days is Sunday 28: the law rolls to Monday 29, people work by Friday 26.
  expect(cup?.term).toMatchObject({ start: '2024-07-23', end: '2024-07-29', safeEnd: '2024-07-26' });
  expect(cup?.knownSince).toBe('2024-07-26T07:00:00Z');
});

test('a decree registered before the CUP waits for its turn and then counts', () => {
  const history = admitted().milestone('decree', '2024-08-22', {
    data: { decreeNumber: '127', decreedCents: 2_314_700 },
  });
  expect(read(history).stage.id).toBe('cup');
  history.milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' }, recorded: '2024-08-23' });
  expect(read(history).stage.id).toBe('contract');
});

test('a partial outcome leads to a correction and to a second verification', () => {
  const history = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-22')
    .filed('awardAct', '2024-09-01')
    .reviewed('awardAct', '2024-09-02')
    .milestone('contract', '2024-09-10')
    .milestone('completion', '2025-02-01')
    .milestone('verification', '2025-03-01', { outcome: 'partial' });
  expect(read(history)).toMatchObject({ stage: { id: 'correction' }, round: 1 });
  history.milestone('corrected', '2025-03-20');
  expect(read(history)).toMatchObject({ stage: { id: 'verification' }, round: 2 });
  history.milestone('verification', '2025-04-20', { outcome: 'positive' });
  expect(read(history).stage.id).toBe('paymentRequest');
});

test('a correction of the delivery date gives the term that it should have had', () => {
  const history = admitted();
  history.milestone('admission', '2024-07-25', { outcome: 'admitted', corrects: history.facts.at(-1)!.id });
  const cup = read(history).terms.find((each) => each.id === 'cupEntry');
  expect(cup?.term).toMatchObject({ start: '2024-07-25', end: '2024-07-30', safeEnd: '2024-07-30' });
});

test('an extension of the call moves the end of every application and keeps the old end in sight', () => {
  const call = new History().add('term.amended', '2024-09-10', {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto di proroga',
    actDate: '2024-09-09',
    knownOn: '2024-09-10',
    newEnd: '2024-12-06',
  });
  const theCase = read(
    new History().opened('2024-05-08').milestone('participation', '2024-05-14', { outcome: 'yes' }),
    call,
  );
  const term = theCase.terms.find((each) => each.id === 'callEnd')?.term;
  expect(term).toMatchObject({ end: '2024-12-06', safeEnd: '2024-12-06' });
  expect(term?.history.map((each) => each.end)).toEqual(['2024-09-20', '2024-12-06']);
});

test('a request for clarification stops the clock of the stage until it is answered', () => {
  const history = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-22')
    .milestone('clarificationRequested', '2024-09-02');
  const open = read(history);
  expect(open.overlays).toContain('suspended');
  expect(open.terms.find((each) => each.id === 'contractUpload')?.status).toBe('suspended');
  expect(open.missing.map((each) => each.requirement.id)).toEqual(['clarificationAnswered']);
  history.milestone('clarificationAnswered', '2024-09-05');
  const closed = read(history);
  expect(closed.terms.find((each) => each.id === 'contractUpload')?.status).toBe('running');
  expect(closed.stage.id).toBe('contract');
});

describe('an act that names the end of a term, and a request for clarification', () => {
  const decreed = () =>
    admitted()
      .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
      .milestone('decree', '2024-08-22');
  const extension = (history: History, recorded: LocalDate, more: { corrects?: string } = {}) =>
    history.add(
      'term.amended',
      recorded,
      {
        term: 'contractUpload',
        kind: 'extension',
        act: 'Decreto n. 201/2024',
        actDate: recorded,
        knownOn: recorded,
        newEnd: '2024-12-31',
      },
      more,
    );
  const asked = (history: History) => history.milestone('clarificationRequested', '2024-09-02');
  const answered = (history: History) => history.milestone('clarificationAnswered', '2024-09-11');
  const endOf = (history: History) =>
    read(history).terms.find((each) => each.id === 'contractUpload')?.term.end;

  test('an act put on record after the answer names the end by itself', () => {
    const history = answered(asked(decreed()));
    expect(endOf(history)).toBe('2024-11-30');
    expect(endOf(extension(history, '2024-10-01'))).toBe('2024-12-31');
  });

  test('an act put on record before the request is moved by the days of the suspension', () => {
    expect(endOf(answered(asked(extension(decreed(), '2024-08-30'))))).toBe('2025-01-10');
  });

  test('an act put on record in between stands, moved by the days after it only', () => {
    const history = extension(asked(decreed()), '2024-09-05');
    expect(endOf(history)).toBe('2024-12-31');
    expect(read(history).terms.find((each) => each.id === 'contractUpload')?.status).toBe('suspended');
    // 6 to 11 September are six days.
    expect(endOf(answered(history))).toBe('2025-01-06');
  });

  test('a correction of the request keeps its place before the act', () => {
    const history = asked(decreed());
    const request = history.facts.at(-1)!.id;
    extension(answered(history), '2024-10-01');
    history.milestone('clarificationRequested', '2024-09-03', { recorded: '2024-10-03', corrects: request });
    expect(endOf(history)).toBe('2024-12-31');
  });

  test('an act of the call counts in the same order as those of the application', () => {
    const history = answered(asked(decreed()));
    const call = extension(new History(), '2024-10-01');
    const term = read(history, call).terms.find((each) => each.id === 'contractUpload')?.term;
    expect(term?.history.map((each) => [each.by, each.end])).toEqual([
      ['rule', '2024-11-20'],
      ['suspension', '2024-11-30'],
      ['extension', '2024-12-31'],
    ]);
  });
});

test('a decreed withdrawal ends the application from any stage', () => {
  const history = admitted().milestone('withdrawalRequested', '2024-07-24');
  expect(read(history)).toMatchObject({ ended: false, overlays: ['withdrawal', 'suspended'] });
  history.milestone('withdrawalDecreed', '2024-09-30');
  expect(read(history)).toMatchObject({ ended: true, stage: { label: 'Rinunciata' } });
});

test('a paper sent back is asked for again, and a new version is looked at again', () => {
  const history = new History()
    .opened('2024-05-08')
    .milestone('participation', '2024-05-14', { outcome: 'yes' })
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21', 'returned');
  expect(read(history).missing[0]).toMatchObject({
    status: 'returned',
    upTo: seatsIn('rivello', ['secretary', 'referent']),
  });
  history.filed('participationAct', '2024-05-22');
  expect(read(history).missing[0]).toMatchObject({ status: 'inReview', upTo: DESK });
});

test('maintenance runs five years from 31 December of the year of payment', () => {
  const history = admitted()
    .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
    .milestone('decree', '2024-08-22')
    .filed('awardAct', '2024-09-01')
    .reviewed('awardAct', '2024-09-02')
    .milestone('contract', '2024-09-10')
    .milestone('completion', '2025-02-01')
    .milestone('verification', '2025-03-01', { outcome: 'positive' })
    .filed('cre', '2025-03-05')
    .reviewed('cre', '2025-03-05')
    .filed('annex5', '2025-03-05')
    .reviewed('annex5', '2025-03-05')
    .milestone('paymentRequest', '2025-03-06')
    .milestone('payment', '2025-11-12', { data: { paidCents: 2_314_700 } })
    .milestone('collection', '2025-11-20', { data: { collectionNumber: '812' } });
  const theCase = read(history);
  expect(theCase.stage.label).toBe('In mantenimento');
  expect(theCase.terms.find((each) => each.id === 'maintenanceEnd')?.term.end).toBe('2030-12-31');
});

describe('the term for the works counts', () => {
  const contracted = (contractDate?: LocalDate) => {
    const history = admitted()
      .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
      .milestone('decree', '2024-08-22')
      .filed('awardAct', '2024-10-01')
      .reviewed('awardAct', '2024-10-01')
      .milestone('contract', '2024-10-10', { data: contractDate === undefined ? {} : { contractDate } });
    return read(history).terms.find((each) => each.id === 'worksEnd')?.term;
  };

  test('from the date of the contract, not from the day on which it was uploaded', () => {
    expect(contracted('2024-09-16')).toMatchObject({ start: '2024-09-16', end: '2025-05-16' });
  });

  test('from the decree when the contract is older than it (hard case 19)', () => {
    expect(contracted('2024-03-01')).toMatchObject({ start: '2024-08-22', end: '2025-04-22' });
  });

  test('from the upload while the date of the contract is not known', () => {
    expect(contracted()).toMatchObject({ start: '2024-10-10' });
  });
});

/** SEND with a re-admission to the CUP term, as after an exclusion that the funder takes back. */
const readmitting: CallDefinition = {
  ...send,
  terms: send.terms.map((term) =>
    term.id === 'cupEntry' ? { ...term, start: { milestone: 'readmitted' } } : term,
  ),
  interrupts: send.interrupts.map((each) => {
    const [close] = each.closes;
    if (each.id !== 'withdrawal' || close === undefined) return each;
    const milestone = { ...close.milestone, id: 'readmitted' };
    return { ...each, id: 'readmission', suspends: false, closes: [{ milestone, to: 'cup' }] };
  }),
};

test('a re-admission leads back to its stage, with a term of its own, and the case goes on from there', () => {
  const history = admitted()
    .milestone('withdrawalRequested', '2024-08-01')
    .milestone('readmitted', '2024-09-02', { time: '10:00:00' });
  const read = () => readCase(readmitting, { call: [], application: history.facts });
  expect(read()).toMatchObject({
    stage: { id: 'cup' },
    round: 2,
    ended: false,
    since: { date: '2024-09-02' },
  });
  expect(read().terms.find((each) => each.id === 'cupEntry')).toMatchObject({
    status: 'running',
    term: { start: '2024-09-02', end: '2024-09-07', safeEnd: '2024-09-06' },
  });
  history.milestone('cup', '2024-09-05', { data: { cup: 'J81F22003840006' } });
  expect(read().stage.id).toBe('decree');
});

describe('a stage with papers that is entered again', () => {
  const paper = {
    kind: 'document' as const,
    id: 'evidence',
    label: 'prova della notifica corretta',
    place: 'both' as const,
    from: ['rup' as const],
    review: true,
  };
  const withEvidence: CallDefinition = {
    ...send,
    stages: send.stages.map((stage) =>
      stage.id === 'correction' ? { ...stage, requirements: [...stage.requirements, paper] } : stage,
    ),
  };
  const partial = () =>
    admitted()
      .milestone('cup', '2024-07-25', { data: { cup: 'J81F22003840006' } })
      .milestone('decree', '2024-08-22')
      .filed('awardAct', '2024-09-01')
      .reviewed('awardAct', '2024-09-02')
      .milestone('contract', '2024-09-10', { data: { contractDate: '2024-09-10' } })
      .milestone('completion', '2025-02-01')
      .milestone('verification', '2025-03-01', { outcome: 'partial' });
  const corrected = () =>
    partial()
      .filed('evidence', '2025-03-10')
      .reviewed('evidence', '2025-03-11')
      .milestone('corrected', '2025-03-12');
  const read = (history: History) => readCase(withEvidence, { call: [], application: history.facts });

  test('asks for them anew: those of the first correction do not pass for the second', () => {
    const again = corrected().milestone('verification', '2025-04-02', { outcome: 'partial' });
    expect(read(again)).toMatchObject({ stage: { id: 'correction' }, round: 2 });
    expect(read(again).missing.map((each) => [each.requirement.id, each.status])).toEqual([
      ['corrected', 'missing'],
      ['evidence', 'missing'],
    ]);
    again.filed('evidence', '2025-04-02').milestone('corrected', '2025-04-03');
    // The proof of what was sent moves it on; the paper is still the office's to look at.
    expect(read(again)).toMatchObject({ stage: { id: 'verification' }, round: 3 });
    expect(read(again).debts.map((each) => [each.requirement.id, each.status])).toEqual([
      ['evidence', 'inReview'],
    ]);
    again.reviewed('evidence', '2025-04-03');
    expect(read(again)).toMatchObject({ stage: { id: 'verification' }, round: 3, debts: [] });
  });

  test('keeps them when an act lets the applicant in again', () => {
    const readmission = send.interrupts.flatMap((each) => {
      const [close] = each.closes;
      if (each.id !== 'withdrawal' || close === undefined) return [];
      const milestone = { ...close.milestone, id: 'readmitted' };
      return [{ ...each, closes: [{ milestone, to: 'contract' }] }];
    });
    const history = partial()
      .milestone('withdrawalRequested', '2025-03-02')
      .milestone('readmitted', '2025-03-20');
    const theCase = readCase({ ...send, interrupts: readmission }, { call: [], application: history.facts });
    expect(theCase).toMatchObject({ stage: { id: 'contract' }, round: 2 });
    expect(theCase.missing.map((each) => each.requirement.id)).toEqual(['contract']);
  });
});

test('what happened after a decree of withdrawal does not carry the case on', () => {
  const history = admitted()
    .milestone('withdrawalRequested', '2024-07-24')
    .milestone('withdrawalDecreed', '2024-09-30')
    .milestone('cup', '2024-10-02', { data: { cup: 'J81F22003840006' } });
  const theCase = read(history);
  expect(theCase.path.map((step) => step.stage.id).slice(-2)).toEqual(['cup', 'withdrawn']);
});
