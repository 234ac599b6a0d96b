import { sendDefinition } from '../../../../test/support/send-definition.js';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { moneyAtRisk } from '#domain/desk/money-at-risk.js';
import { sectionsOf } from '#domain/desk/today.js';
import type { Fact } from '#domain/fact/fact.js';
import { admit } from '../admit/admit.js';
import { turnOf } from '../case/whose-turn.js';
import { admitted, type History } from '../case/made-up-facts.js';
import { explain } from '../explain/explain.js';
import { decide, type DecideInput, type Decisions } from './decide.js';
import { madeUpInput, recorded } from './made-up-input.js';

const send = sendDefinition();
const CUP = 'J81F22003840006';
const at = (date: LocalDate, time = '09:00') => epochMs(instantAt(date, time));
const ofNemoli = { cup: CUP, body: 'nemoli', live: true, number: 'ULL-2024-0009' };

const decided = (facts: readonly Fact[], now: number, more: Partial<DecideInput> = {}) =>
  decide({
    ...madeUpInput(send, admitted(), now, { cupUses: [], ...more }),
    streams: { call: [], application: facts },
  });

/** A history in which the last fact shows something, with what is decided in its transaction. */
function shown(history: History, now: number, more: Partial<DecideInput> = {}) {
  const decisions = decided(history.facts, now, more);
  return { decisions, facts: recorded(history.facts, decisions, now) };
}

const withCup = (cup = CUP) =>
  admitted()
    .filed('cupSheet', '2024-07-24')
    .reviewed('cupSheet', '2024-07-24')
    .milestone('cup', '2024-07-25', { data: { cup } });
const CUP_DAY = at('2024-07-25');
const foreign = () => shown(withCup(), CUP_DAY, { cupUses: [ofNemoli] });

/** The same history with more facts, numbered on. */
function then(facts: readonly Fact[], build: (history: History) => History): Fact[] {
  const history = admitted();
  history.facts.splice(0, history.facts.length, ...facts);
  return build(history).facts;
}

const decreeOf = (cents: number) =>
  withCup().milestone('decree', '2024-09-30', { data: { decreeNumber: '127', decreedCents: cents } });
const DECREE_DAY = at('2024-09-30');
const paidOf = (cents: number) => {
  const history = decreeOf(2_314_700);
  for (const paper of [
    'rupAppointment',
    'budgetEntry',
    'unionAgreement',
    'awardAct',
    'supplierDeclarations',
  ]) {
    history.filed(paper, '2024-10-01').reviewed(paper, '2024-10-01');
  }
  return history
    .milestone('contract', '2024-10-02', { data: { contractDate: '2024-10-01' } })
    .milestone('completion', '2025-01-10')
    .milestone('verification', '2025-02-10', { outcome: 'positive' })
    .milestone('paymentRequest', '2025-03-10')
    .milestone('payment', '2025-06-10', { data: { paidCents: cents } });
};
const PAID_DAY = at('2025-06-10');
const codes = ({ theCase }: Decisions) => theCase.findings.map(({ code }) => code);

test('the CUP of another comune is put on record as a finding in the transaction of the act that shows it', () => {
  const { decisions, facts } = foreign();
  expect(decisions.facts).toEqual([
    expect.objectContaining({
      type: 'finding.raised',
      channel: 'engine',
      body: {
        finding: 'CUP-12:ULL-2024-0009',
        code: 'CUP-12',
        by: facts.at(-2)?.id,
        cup: CUP,
        with: 'ULL-2024-0009',
        holds: true,
      },
    }),
  ]);
  expect(decided(facts, CUP_DAY + 1, { cupUses: [ofNemoli] }).facts).toEqual([]);
  // The other application ends, or is put right: whoever was right all along is held no more.
  expect(decided(facts, CUP_DAY + 1, { cupUses: [] })).toMatchObject({
    facts: [{ type: 'finding.resolved', channel: 'engine' }],
    theCase: { stage: { id: 'decree' }, findings: [] },
  });
});

test('until somebody answers its own act does not count, and the office has it before it', () => {
  const { decisions, facts } = foreign();
  const { theCase } = decisions;
  expect(theCase).toMatchObject({ stage: { id: 'cup' }, findings: [{ code: 'CUP-12', holds: true }] });
  expect(theCase.missing).toMatchObject([{ requirement: { id: 'cup' }, status: 'inReview' }]);
  expect(turnOf(theCase)).toMatchObject({ party: 'union', seats: [{ role: 'deskOfficer' }] });
  expect(explain(theCase).sentence).toContain('Da chiarire: il CUP risulta di un altro ente.');
  const glance = glanceOf(theCase, facts, explain(theCase));
  expect(moneyAtRisk([{ number: '1', glance }], '2024-07-25', 0).cents).toBe(2_314_700);
  expect(sectionsOf([{ number: '1', glance }], '2024-07-25').now).toHaveLength(1);
});

test('kept with a reason it counts at its own moment, and mended the finding goes with it', () => {
  const { facts } = foreign();
  const reason = { finding: 'CUP-12:ULL-2024-0009', reason: 'fusione di comuni' };
  const later = at('2024-07-26');
  const kept = then(facts, (history) => history.add('finding.resolved', '2024-07-26', reason));
  const after = decided(kept, later, { cupUses: [ofNemoli] });
  expect(after).toMatchObject({ facts: [], theCase: { stage: { id: 'decree' }, findings: [] } });
  expect(after.theCase.terms.find(({ id }) => id === 'cupEntry')?.met?.inTime).toBe(true);

  const act = facts.findLast(({ type }) => type === 'milestone.recorded')?.id ?? '';
  const mended = then(facts, (history) =>
    history.milestone('cup', '2024-07-25', {
      data: { cup: 'J81F22000840006' },
      corrects: act,
      recorded: '2024-07-26',
    }),
  );
  expect(decided(mended, later)).toMatchObject({
    facts: [],
    theCase: { stage: { id: 'decree' }, findings: [] },
  });
});

test('a finding is answered once, and only while it is open', () => {
  const { facts } = foreign();
  const answer = (to: readonly Fact[]) =>
    admit(
      {
        type: 'finding.resolved',
        legalDate: '2024-07-26',
        legalSource: 'received',
        channel: 'web',
        body: { finding: 'CUP-12:ULL-2024-0009', reason: 'fusione' },
      },
      send,
      { call: [], application: to },
      at('2024-07-26'),
    )?.code;
  expect(answer(facts)).toBeUndefined();
  const kept = then(facts, (history) =>
    history.add('finding.resolved', '2024-07-26', { finding: 'CUP-12:ULL-2024-0009', reason: 'x' }),
  );
  expect(answer(kept)).toBe('FATTO-10');
});

test('a later act of the funder with its proof overtakes it, and it is still to be cleared up', () => {
  const { facts } = foreign();
  const money = { decreeNumber: '127', decreedCents: 2_314_700 };
  const granted = then(facts, (history) => history.milestone('decree', '2024-09-30', { data: money }));
  const { theCase } = decided(granted, DECREE_DAY, { cupUses: [ofNemoli] });
  expect(theCase.stage.id).toBe('contract');
  expect(theCase.findings).toMatchObject([{ code: 'CUP-12' }]);
  expect(theCase.held).toEqual([]);
});

test('what another application brings later holds nothing here, and goes with it', () => {
  const own = shown(withCup(), CUP_DAY).facts;
  const seen = decided(own, at('2024-08-01'), { cupUses: [ofNemoli] });
  expect(seen.theCase).toMatchObject({ stage: { id: 'decree' }, findings: [{ code: 'CUP-12' }], held: [] });
  const raised = recorded(own, seen, at('2024-08-01'));
  const gone = decided(raised, at('2024-08-02'), { cupUses: [] });
  expect(gone).toMatchObject({
    facts: [{ type: 'finding.resolved', channel: 'engine' }],
    theCase: { findings: [] },
  });
});

test('a slip of the pen in an act that counts is corrected, and the case stays where it is', () => {
  const { facts } = shown(decreeOf(2_000_000), DECREE_DAY);
  const act = facts.findLast(({ type }) => type === 'milestone.recorded')?.id ?? '';
  const kept = then(facts, (history) =>
    history.add('finding.resolved', '2024-09-30', { finding: `DENARO-01:${act}`, reason: 'ribasso' }),
  );
  const corrected = (cents: number) =>
    then(kept, (history) =>
      history.milestone('decree', '2024-09-30', {
        data: { decreeNumber: '128', decreedCents: cents },
        corrects: act,
        recorded: '2024-10-01',
      }),
    );
  const later = epochMs(instantAt('2024-10-01', '09:00:00'));
  expect(decided(corrected(2_000_000), later)).toMatchObject({
    facts: [],
    theCase: { stage: { id: 'contract' }, findings: [] },
  });
  // Another amount is another thing to ask about; so is the same one while nobody has answered.
  expect(codes(decided(corrected(1), later))).toEqual(['DENARO-01']);
  const open = then(facts, (history) =>
    history.milestone('decree', '2024-09-30', {
      data: { decreeNumber: '128', decreedCents: 2_000_000 },
      corrects: act,
      recorded: '2024-10-01',
    }),
  );
  expect(codes(decided(open, later))).toEqual(['DENARO-01']);
});

test('a payment that was held against a wrong decree is held no more once the decree is put right', () => {
  const wrong = decreeOf(1);
  const decree = wrong.facts.at(-1)?.id ?? '';
  wrong.milestone('payment', '2025-06-10', { data: { paidCents: 2_314_700 } });
  const { decisions, facts } = shown(wrong, PAID_DAY);
  expect(codes(decisions)).toEqual(['DENARO-02']);
  const mended = then(facts, (history) =>
    history.milestone('decree', '2024-09-30', {
      data: { decreeNumber: '127', decreedCents: 2_314_700 },
      corrects: decree,
      recorded: '2025-06-11',
    }),
  );
  const after = decided(mended, epochMs(instantAt('2025-06-11', '09:00:00')));
  expect(after.facts).toMatchObject([{ type: 'finding.resolved', channel: 'engine' }]);
  expect(codes(after)).toEqual([]);
});

test('an unusual CUP is asked about', () => {
  expect(codes(shown(withCup('Z81F22003840006'), CUP_DAY).decisions)).toEqual(['CUP-07']);
  const { theCase } = shown(withCup('J81F25003840006'), CUP_DAY).decisions;
  expect(theCase.findings).toMatchObject([
    { code: 'CUP-06', sentence: expect.stringContaining("l'anno 2025") },
  ]);
});

test.each([999_999_999, 1, 2_314_699])(
  'a decree of %i cents against the estimate is asked about',
  (cents) => {
    const { decisions, facts } = shown(decreeOf(cents), DECREE_DAY);
    expect(codes(decisions)).toEqual(['DENARO-01']);
    expect(decisions.theCase).toMatchObject({ stage: { id: 'decree' } });
    // What nobody has confirmed is no amount of the application.
    const glance = glanceOf(decisions.theCase, facts, explain(decisions.theCase));
    expect(glance.amount).toEqual({ word: 'requested', cents: 2_314_700 });
  },
);

test('a decree of what was estimated says nothing, and neither does what was recorded before this rule', () => {
  expect(codes(shown(decreeOf(2_314_700), DECREE_DAY).decisions)).toEqual([]);
  expect(decided(decreeOf(1).facts, DECREE_DAY + 60_000)).toMatchObject({
    facts: [],
    theCase: { findings: [] },
  });
});

test('a payment is held against the decree: more always, less where lump sums are paid', () => {
  expect(codes(shown(paidOf(2_314_700), PAID_DAY).decisions)).toEqual([]);
  expect(codes(shown(paidOf(999_999_999), PAID_DAY).decisions)).toEqual(['DENARO-02']);
  expect(codes(shown(paidOf(1), PAID_DAY).decisions)).toEqual(['DENARO-02']);
  const costs = { ...send, amounts: { ...send.amounts, paysCosts: true as const } };
  expect(codes(shown(paidOf(1), PAID_DAY, { definition: costs }).decisions)).toEqual([]);
  expect(codes(shown(paidOf(999_999_999), PAID_DAY, { definition: costs }).decisions)).toEqual(['DENARO-02']);
});

test('a payment that is on record before its decree is held against it as soon as it is known', () => {
  const early = withCup().milestone('payment', '2025-06-10', { data: { paidCents: 1 } });
  const paid = shown(early, PAID_DAY);
  expect(codes(paid.decisions)).toEqual([]);
  const known = then(paid.facts, (history) =>
    history.milestone('decree', '2024-09-30', {
      data: { decreeNumber: '127', decreedCents: 2_314_700 },
      recorded: '2025-06-12',
    }),
  );
  const { theCase } = decided(known, at('2025-06-12'));
  expect(theCase.findings).toMatchObject([{ code: 'DENARO-02', cents: 1, against: 2_314_700, holds: true }]);
});

test('a decree that is put right after the payment asks about the payment, which goes on counting', () => {
  const { facts } = shown(paidOf(2_314_700), PAID_DAY);
  const decree = facts.find((fact) => fact.type === 'milestone.recorded' && fact.body.milestone === 'decree');
  const corrected = then(facts, (history) =>
    history.milestone('decree', '2024-09-30', {
      data: { decreeNumber: '127', decreedCents: 2_000_000 },
      recorded: '2025-06-12',
      corrects: decree?.id ?? '',
    }),
  );
  const { theCase } = decided(corrected, at('2025-06-12'));
  const payment = theCase.findings.find(({ code }) => code === 'DENARO-02');
  expect(payment).toMatchObject({ cents: 2_314_700, against: 2_000_000 });
  expect(payment?.holds).toBeUndefined();
});
