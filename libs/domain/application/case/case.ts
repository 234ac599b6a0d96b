import type { CallDefinition, InterruptClose, StageDefinition } from '#domain/call/definition.js';
import { shortFunder } from '#domain/call/funder.js';
import { epochMs, type LocalDate } from '#domain/calendar/local-date.js';
import { type AskedOf, onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts, firstRecorded } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import { latestValue, type RecordedValue, recordedValues } from '#domain/fact/recorded-values.js';
import { ledgerOf, type LedgerEntry } from '#domain/money/ledger.js';
import { seatsIn } from '#domain/people/seat.js';
import { fundsExhausted } from '#domain/call/funds.js';
import { readTerms, type RunningTerm } from './running-term.js';
import { isSent } from './sent.js';
import { type Debt, debtsOf, needsOf } from './debts.js';
import { type Finding, findingOf, heldActs, openFindings, underFinding } from './findings.js';
import { answerEnd, closedUnanswered, type DeclaredSending } from './never-answered.js';
import { isThing, type Missing, missingPaper } from './requirement-state.js';
import { foldStages, type Resend } from './resend.js';
import { endedByNo, type SaidNo, saidNoOf } from './said-no.js';
import type { PathStep } from './path-step.js';
import { openAnswers, type OpenInterrupt, walk } from './walk.js';

/** Second labels over any state. */
export type Overlay = 'suspended' | 'termPassed' | 'fundsExhausted' | (string & {});

export interface FundsExhausted {
  /** In the call's stream. */
  fact: string;
  act: string;
  on: LocalDate;
  /** Nobody is reminded to work on it, until office and comune have talked about the whole application. */
  halts: boolean;
}

export interface Case {
  application: { id: string; call: string; applicant: string; attempt: number; amountCents: number };
  /** Who pays, as people say it: "Dipartimento". */
  funder: string;
  stage: StageDefinition;
  round: number;
  since: Moment;
  path: PathStep[];
  /** What the case waits for: of the latest interrupt first, of the stage last and only while its clock runs. */
  missing: Missing[];
  /** What the stage itself asks for, also while an interrupt stops its clock. */
  needs: Missing[];
  /** What stages asked for that an official act overtook: still owed, by no term of its own. */
  debts: Debt[];
  /** The last answer that left open what the stage asks ("let us talk"): the next word is the office's. */
  talk?: AskedOf & { fact: string; milestone: string; label: string; at: Moment };
  terms: RunningTerm[];
  /** The comune had said no, and is proven to have sent. */
  saidNo?: SaidNo;
  /** Nothing more is asked because the comune said no; a proof that it sent opens the case again. */
  endedByNo?: true;
  /** What was done while its term was over and not yet open again, and must be done once more. */
  resend?: Resend;
  /** Interrupts still open, the latest last; the last one says what the case waits for. */
  open: OpenInterrupt[];
  interrupts: OpenInterrupt[];
  overlays: Overlay[];
  /** Values that acts of the applicant brought, in the order of the facts: cup, decree number, amounts, dates. */
  values: RecordedValue[];
  /** Its money by kind, with the act that brought it. */
  ledger: LedgerEntry[];
  /** What somebody must clear up: mend the act, or keep it with a reason. */
  findings: Finding[];
  /** Acts that do not count until then. */
  held: string[];
  ended: boolean;
  /** Its call was withdrawn: the fact of the call's stream, and whether e-mails may have left by then. */
  withdrawn?: { fact: string; told: boolean };
  /** The call's money is used up and this was not sent yet. */
  fundsExhausted?: FundsExhausted;
  /**
   * Present when the office closed it, or the engine because nobody ever answered: the fact, whose reason is kept apart,
   * and the reason where it is known.
   */
  closed?: { fact: string; because?: string; neverAnswered?: { declared?: DeclaredSending } };
  /** The call's end, while nobody has answered whether to take part. */
  answerBy?: RunningTerm;
}

/** The facts of a call's stream and of one application's stream, as recorded. */
export interface Streams {
  call: readonly Fact[];
  application: readonly Fact[];
}

/** Where a case stands, from its facts alone; `now` plays no part in it. */
export function readCase(definition: CallDefinition, streams: Streams): Case {
  const facts = effectiveFacts(streams.application);
  const callFacts = effectiveFacts(streams.call);
  const opened = ofType(facts, 'application.opened')[0];
  if (opened === undefined) throw new Error('a stream begins with application.opened');
  const heldNow = heldActs(definition, facts);
  const counted =
    heldNow.length === 0 ? facts : facts.filter((fact) => !heldNow.some(({ id }) => id === fact.id));
  const recorded = {
    call: firstRecorded(streams.call),
    application: firstRecorded(streams.application),
  };
  const folded = foldStages(
    counted,
    (those, vain) => walk(definition, those, vain),
    ({ path, interrupts }) =>
      readTerms({ definition, callFacts, facts: counted, path, interrupts, recorded }),
  );
  const { path, interrupts, unused, terms: started } = folded;
  const step = path.at(-1);
  if (step === undefined) throw new Error('a path has at least its first stage');
  const withdrawn = ofType(callFacts, 'call.withdrawn').at(-1);
  const closedBy = withdrawn ?? ofType(facts, 'application.closed').at(-1);
  const over = closedBy !== undefined || step.stage.exits.length === 0;
  const answerBy = over ? undefined : answerEnd(definition, step, started);
  const unanswered = answerBy?.status === 'lapsed' ? closedUnanswered(answerBy, unused) : undefined;
  const ended = over || unanswered !== undefined;
  const terms = ended ? started.map((term) => ({ ...term, status: 'met' as const })) : started;
  const open = ended ? [] : interrupts.filter((each) => each.closed === undefined);
  const overlays: Overlay[] = open.map((each) => each.definition.id);
  if (clockStands(open)) overlays.push('suspended');
  if (terms.some((term) => term.status === 'lapsed' && term.official)) overlays.push('termPassed');
  const spent = ended || isSent(definition, path) ? undefined : fundsExhausted(streams.call);
  if (spent !== undefined) overlays.push('fundsExhausted');
  const closed = closedBy === undefined ? unanswered : { fact: closedBy.id, ...becauseOf(closedBy) };
  const { applicant } = opened.body;
  const resend = ended ? undefined : folded.resend;
  const saidNo = ended ? undefined : saidNoOf(path, definition);
  const needs = ended ? [] : underFinding(needsOf(step, counted, opened.body), heldNow);
  const talk = ended ? undefined : talkOf(step, needs, facts);
  return {
    application: { id: opened.id, ...pick(opened.body) },
    funder: shortFunder(definition.funder),
    stage: step.stage,
    round: step.round,
    since: step.entered,
    path,
    missing: [...askedBy(step, open, interrupts, facts, applicant), ...(clockStands(open) ? [] : needs)],
    needs,
    debts: ended
      ? []
      : debtsOf(path, facts, opened.body, definition, {
          confirmed: confirmedIn(callFacts),
          ...(resend !== undefined && runs(resend, terms) ? { vain: resend.sent } : {}),
        }),
    ...(talk === undefined ? {} : { talk }),
    terms,
    ...(resend === undefined ? {} : { resend }),
    ...(saidNo === undefined ? {} : { saidNo }),
    ...(closedBy === undefined && endedByNo(path, definition) ? { endedByNo: true } : {}),
    open,
    interrupts,
    overlays,
    values: recordedValues(facts),
    ledger: ledgerOf(definition, counted),
    findings: ended ? [] : openFindings(facts).map(({ body }) => findingOf(body, heldNow)),
    held: heldNow.map(({ id }) => id),
    ended,
    ...(withdrawn === undefined
      ? {}
      : { withdrawn: { fact: withdrawn.id, told: withdrawn.body.told === true } }),
    ...(spent === undefined ? {} : { fundsExhausted: exhaustedBy(spent, facts) }),
    ...(closed === undefined ? {} : { closed }),
    ...(answerBy === undefined ? {} : { answerBy }),
  };
}

function runs({ term, round }: Resend, terms: readonly RunningTerm[]): boolean {
  return terms.some((each) => each.id === term && each.round === round && each.status === 'running');
}

function confirmedIn(call: readonly Fact[]): readonly string[] {
  return ofType(call, 'call.launched').at(-1)?.body.confirmed ?? [];
}

/** A talk that reached somebody, about nothing in particular, is the one in which they decide to go on. */
function exhaustedBy(spent: FactOf<'call.fundsExhausted'>, facts: readonly Fact[]): FundsExhausted {
  const talked = ofType(facts, 'talk.logged').some(
    ({ body, recordedAt }) =>
      body.outcome === 'reached' &&
      body.about === undefined &&
      epochMs(recordedAt) >= epochMs(spent.recordedAt),
  );
  return { fact: spent.id, act: spent.body.act, on: spent.body.actDate, halts: !talked };
}

function becauseOf(closed: FactOf<'call.withdrawn'> | FactOf<'application.closed'>): { because?: string } {
  if (closed.type === 'call.withdrawn') {
    return {
      because:
        closed.body.told === true
          ? 'l’Unione ha ritirato l’avviso'
          : 'avviso ritirato prima delle prime e-mail',
    };
  }
  return closed.body.reason === undefined ? {} : { because: closed.body.reason };
}

function pick(body: { call: string; applicant: string; attempt: number; amountCents: number }) {
  return {
    call: body.call,
    applicant: body.applicant,
    attempt: body.attempt,
    amountCents: body.amountCents,
  };
}

/** Whether one of the open interrupts stops the stage's clock. */
export function clockStands(open: readonly OpenInterrupt[]): boolean {
  return open.some((each) => each.definition.suspends);
}

/** Whether it is the union's turn while the outcome comes from the funder's platform: a remedy, a revocation. */
export function funderDecides({ open, stage, missing }: Case): boolean {
  const interrupt = open.at(-1)?.definition;
  const asked = missing.filter((each) => each.interrupt === interrupt?.id);
  return (
    (interrupt ?? stage).party === 'union' &&
    asked.length > 0 &&
    asked.every(({ requirement }) => requirement.kind === 'milestone' && requirement.place === 'platform')
  );
}

/** Since when somebody outside of union and comune is waited for; nothing while nobody is. */
export function waitsOutsideSince(theCase: Case): LocalDate | undefined {
  const { open, stage, since, ended } = theCase;
  const interrupt = open.at(-1);
  if (ended) return undefined;
  if (interrupt?.definition.party === 'funder') return interrupt.opened.legalDate;
  if (funderDecides(theCase)) return interrupt?.opened.legalDate ?? since.date;
  return stage.wait === 'outsideBody' ? since.date : undefined;
}

/**
 * What the open interrupts ask for, the latest first: their papers, then what closes them. One that was opened twice
 * is asked for once; papers of an earlier round do not count.
 */
function askedBy(
  { stage }: PathStep,
  open: readonly OpenInterrupt[],
  interrupts: readonly OpenInterrupt[],
  facts: readonly Fact[],
  applicant: string,
): Missing[] {
  const sentBefore = (id: string) =>
    interrupts.findLast((each) => each.definition.id === id && each.closed !== undefined)?.closed?.seq ?? 0;
  return open
    .toReversed()
    .filter(({ definition }, n, all) => all.findIndex((each) => each.definition === definition) === n)
    .flatMap(({ definition: { id, papers = [], closes, actors } }) => [
      ...papers
        .flatMap((paper) =>
          missingPaper(
            paper,
            facts.filter((fact) => fact.seq > sentBefore(id)),
            applicant,
          ),
        )
        .map((each) => ({ ...each, interrupt: id })),
      ...closesFor(closes, stage.id).map(({ milestone }) => ({
        requirement: milestone,
        status: 'missing' as const,
        upTo: seatsIn(applicant, actors),
        interrupt: id,
      })),
    ]);
}

/** Of several re-admissions the one to the stage in which the case stands. */
function closesFor(closes: readonly InterruptClose[], stage: string): InterruptClose[] {
  const fitting = closes.filter((each) => each.restarts === undefined || each.to === stage);
  return fitting.some((each) => each.restarts !== undefined) ? fitting : [...closes];
}

function talkOf(step: PathStep, needs: readonly Missing[], facts: readonly Fact[]): Case['talk'] {
  const last = openAnswers(step, facts).at(-1);
  if (last === undefined) return undefined;
  const answered = { requirement: last.body.milestone, ...onlyOf(last.body) };
  const asked = needs.find((each) => isThing(each, answered))?.requirement;
  if (asked?.kind !== 'milestone') return undefined;
  const label = asked.outcomes?.find((each) => each.code === last.body.outcome)?.label ?? asked.label;
  return { fact: last.id, milestone: asked.id, ...onlyOf(last.body), label, at: momentOf(last) };
}

/** The earliest official end that still runs, and the date to work by: what every line of the pages shows first. */
export function nextEnd(terms: readonly RunningTerm[]): RunningTerm | undefined {
  return terms
    .filter((term) => term.status === 'running')
    .toSorted((a, b) => order(a).localeCompare(order(b)))[0];
}

function order(term: RunningTerm): string {
  return `${term.term.safeEnd} ${term.term.end} ${term.id}`;
}

/** A date in the case's values, when one was recorded under that name. */
export function dateValue(theCase: Case, name: string): LocalDate | undefined {
  const value = latestValue(theCase.values, name);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? (value as LocalDate) : undefined;
}
