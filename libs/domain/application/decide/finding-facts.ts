import type { FactBodies } from '#domain/fact/fact-kinds.js';
import { epochMs, localAt } from '#domain/calendar/local-date.js';
import { checkCup } from '#domain/cup/cup.js';
import { cupConflicts } from '#domain/cup/cup-conflict.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, type NewFact, ofType } from '#domain/fact/fact.js';
import type { Case } from '../case/case.js';
import { cupAct, openFindings } from '../case/findings.js';
import type { DecideInput } from './decision.js';
import { type Mismatch, moneyMismatches } from './money-findings.js';

type Raised = FactBodies['finding.raised'];
type Act = FactOf<'milestone.recorded'>;

/**
 * What acts show that somebody must clear up, put on record with the act that shows it, which it holds. Of a CUP also what
 * another application brings later, which holds nothing here and goes with what brought it.
 */
export function findingFacts(theCase: Case, input: DecideInput, application: readonly Fact[]): NewFact[] {
  if (theCase.ended) return [];
  const facts = effectiveFacts(application);
  const isNew = (fact: Fact) =>
    epochMs(fact.recordedAt) === input.now && fact.channel !== 'import' && !saysTheSame(fact, application);
  const open = openFindings(facts).map(({ body }) => body);
  const mismatches = moneyMismatches(input.definition, facts);
  const conflicts = input.cupUses === undefined ? [] : ofCup(theCase, input, facts, isNew);
  const besides = input.besides === undefined ? [] : ofBesides(theCase, input);
  const shown = [
    ...conflicts,
    ...doubts(facts, isNew),
    ...ofMoney(mismatches, open, isNew),
    ...ofNo(theCase),
    ...besides,
  ];
  const answered = ofType(facts, 'finding.resolved').filter(({ channel }) => channel !== 'engine');
  const isAnswered = ({ finding, by }: Raised) => {
    const of = mismatches.find(({ raised }) => raised.finding === finding)?.of;
    const acts = of ?? facts.filter(({ id }) => id === by);
    return answered.some((each) => each.body.finding === finding && acts.every(({ seq }) => each.seq > seq));
  };
  const isOpen = (each: Raised) =>
    open.some(
      ({ finding, by, cents, against }) =>
        finding === each.finding && by === each.by && cents === each.cents && against === each.against,
    );
  const fresh = shown.filter((each) => !isAnswered(each) && !isOpen(each));
  const gone = open.filter(({ finding, code }) => {
    if (code === 'DENARO-01' || code === 'DENARO-02') {
      return !mismatches.some(({ raised }) => raised.finding === finding);
    }
    if (code === 'INVIO-02') {
      return input.besides !== undefined && !besides.some((each) => each.finding === finding);
    }
    const ofCups = input.cupUses !== undefined && (code === 'CUP-11' || code === 'CUP-12');
    return ofCups && !conflicts.some((each) => each.finding === finding);
  });
  const { date, time } = localAt(input.now);
  const base = { legalDate: date, legalTime: time, legalSource: 'received', channel: 'engine' } as const;
  return [
    ...fresh.map((body) => ({ ...base, type: 'finding.raised' as const, body })),
    ...gone.map(({ finding }) => ({ ...base, type: 'finding.resolved' as const, body: { finding } })),
  ];
}

/** A correction of something else in an act that counts holds nothing: what it shows was seen before, and answered. */
function saysTheSame({ type, body, corrects }: Fact, recorded: readonly Fact[]): boolean {
  const wrong = recorded.find(({ id }) => id === corrects);
  if (type !== 'milestone.recorded' || wrong?.type !== 'milestone.recorded') return false;
  const held = openFindings(recorded).some((each) => each.body.by === wrong.id && each.body.holds === true);
  const shown = ({ data }: Act['body']) => [
    data['cup'],
    ...Object.entries(data).filter(([, value]) => typeof value === 'number'),
  ];
  return !held && JSON.stringify(shown(body)) === JSON.stringify(shown(wrong.body));
}

/** A comune that is proven to have sent had said no: it holds nothing, for what happened happened (docs/adr/0019). */
function ofNo({ saidNo }: Case): Raised[] {
  return saidNo === undefined
    ? []
    : [{ finding: `INVIO-01:${saidNo.fact}`, code: 'INVIO-01', by: saidNo.fact }];
}

/**
 * An application that was over goes on (a proof, a moved end, a voiding), and meanwhile the body opened another: the act is
 * taken where it was recorded, and somebody says of which of them it is. It stands at the earlier one, and goes with either.
 */
function ofBesides(
  { application, saidNo }: Case,
  { besides = [], definition: { liveApplicationsPerBody } }: DecideInput,
): Raised[] {
  if (besides.length < liveApplicationsPerBody) return [];
  return besides
    .filter(({ later }) => later)
    .map(({ number }) => ({
      finding: `INVIO-02:${number}`,
      code: 'INVIO-02',
      by: saidNo?.act ?? application.id,
      with: number,
    }));
}

type IsNew = (fact: Fact) => boolean;

function ofCup(
  { application }: Case,
  { cupUses = [] }: DecideInput,
  facts: readonly Fact[],
  isNew: IsNew,
): Raised[] {
  const act = cupAct(facts);
  if (act === undefined) return [];
  const cup = checkCup(String(act.body.data['cup'])).normalized;
  const conflict = cupConflicts(cup, application.applicant, cupUses);
  if (conflict.kind === 'none' || conflict.kind === 'reuseAfterWithdrawal') return [];
  return cupUses
    .filter((use) => conflict.uses.includes(use))
    .map(({ number }) => ({
      finding: `${conflict.code}:${number}`,
      code: conflict.code,
      by: act.id,
      cup,
      with: number,
      ...(isNew(act) ? { holds: true as const } : {}),
    }));
}

function doubts(facts: readonly Fact[], isNew: IsNew): Raised[] {
  const act = cupAct(facts);
  if (act === undefined || !isNew(act)) return [];
  const { normalized: cup, doubts: unusual } = checkCup(String(act.body.data['cup']), {
    latestYear: Number(act.legalDate.slice(0, 4)),
  });
  return unusual.map(({ code }) => ({ finding: `${code}:${act.id}`, code, by: act.id, cup, holds: true }));
}

/**
 * Amounts are asked about once the last act that says one of them is known. Where an amount is put right, what counted
 * beside it goes on counting.
 */
function ofMoney(mismatches: readonly Mismatch[], open: readonly Raised[], isNew: IsNew): Raised[] {
  return mismatches
    .filter(({ of }) => of.some(isNew))
    .filter(({ raised, of }) => of.find(({ id }) => id === raised.by)?.channel !== 'import')
    .map(({ raised, of }) => {
      const holds =
        of.some((act) => isNew(act) && (act.id === raised.by || act.corrects === undefined)) ||
        open.some(
          ({ finding, by, holds: held }) => finding === raised.finding && by === raised.by && held === true,
        );
      return { ...raised, ...(holds ? { holds: true as const } : {}) };
    });
}
