import { roundName } from '#domain/term/round-name.js';
import { messageKey } from '#domain/reminder/message-key.js';
import { readApprovalId } from '#domain/approval/approval-id.js';
import type { InterruptDefinition } from '#domain/call/definition.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, type NewFact, ofType } from '#domain/fact/fact.js';
import { addDays, epochMs, instantAt, isoInstant, localAt } from '#domain/calendar/local-date.js';
import type { MessageContent, MessageDecision } from '#domain/reminder/message.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import { DESK, seatsIn } from '#domain/people/seat.js';
import type { Case } from '../case/case.js';
import { isFatal } from '../case/debts.js';
import { isThing } from '../case/requirement-state.js';
import { stagesAsking, workedOn } from '../case/worked-on.js';
import { type DecideInput, officeSlot } from './decision.js';
import { pressesFor, pressesOffice, pressesTerm } from './pressing.js';
import { unreminded } from './unreminded.js';
import { receiptMessages } from './receipt-messages.js';

/**
 * Messages that answer something that happened: a confirmation, a paper sent back, news for the office. Keys come
 * from the fact, so that deciding again adds nothing. Imported history tells nobody.
 */
export function eventMessages(
  theCase: Case,
  input: DecideInput,
  decided: readonly NewFact[],
): MessageDecision[] {
  const facts = effectiveFacts(input.streams.application).filter((fact) => fact.channel !== 'import');
  const desk = input.recipients(DESK, localAt(input.now).date);
  const office: Office = (about, content, { atOnce = false, happened = input.now } = {}) =>
    desk.map((person) => ({
      key: messageKey({ ...input, person }, about),
      ...content,
      person,
      application: input.application,
      deliverAt: atOnce ? isoInstant(input.now) : officeSlot(happened),
      digest: !atOnce,
    }));
  const messages = facts.flatMap((fact) => fromFact(fact, theCase, input, office));
  for (const fact of [...facts, ...decided]) messages.push(...fromVerdict(fact, theCase, input, office));
  const { talk } = theCase;
  const said = facts.find((fact) => fact.id === talk?.fact);
  if (talk !== undefined && said !== undefined) {
    messages.push(...office(`talk/${talk.fact}`, { kind: 'officeCall', body: talkBody(talk, theCase) }));
  }
  const { fundsExhausted: spent } = theCase;
  if (spent !== undefined) {
    const body = { why: 'funds', about: spent.fact, act: spent.act } as const;
    messages.push(...office(`funds/${spent.fact}`, { kind: 'officeCall', body }));
  }
  for (const { definition, opened } of theCase.interrupts.filter(
    (each) => each.opened.channel !== 'import',
  )) {
    const body = { news: 'interrupt', interrupt: definition.id, on: opened.legalDate } as const;
    const atOnce = isImmediate(definition);
    messages.push(...office(`interrupt/${opened.id}`, { kind: 'officeNews', body }, { atOnce }));
  }
  const raised = [...facts, ...decided].filter((fact) => fact.type === 'finding.raised');
  for (const finding of theCase.findings) {
    const { id, number, sentence: _sentence, ...shown } = finding;
    const by = raised.findLast(({ body }) => body.finding === id)?.body.by;
    const act = ofType(facts, 'milestone.recorded').find((fact) => fact.id === by)?.body;
    // An act that does not count until it is cleared up is the office's turn.
    const pressing =
      shown.holds === true && act !== undefined
        ? pressesOffice({ requirement: act.milestone, ...onlyOf(act) }, theCase, input.now)
        : {};
    const body = {
      news: 'finding',
      id,
      ...shown,
      ...(number === undefined ? {} : { with: number }),
      ...pressing,
    } as const;
    const atOnce = pressing.presses !== undefined;
    messages.push(...office(`finding/${id}`, { kind: 'officeNews', body }, { atOnce }));
  }
  messages.push(...exclusionMessages(theCase, input));
  for (const step of theCase.path.filter((_, n) => isForTheOffice(theCase, n))) {
    const body = { news: 'stage', stage: step.stage.id } as const;
    const about = `stage/${roundName(step.stage.id, step.round)}`;
    messages.push(...office(about, { kind: 'officeNews', body }, { atOnce: true }));
  }
  return messages;
}

/** Secretary and head of office hear at once that what was sent may be excluded; imported history tells nobody. */
function exclusionMessages(theCase: Case, input: DecideInput): MessageDecision[] {
  const { path, application, debts } = theCase;
  const imported = path.flatMap(({ left }) => (left?.act?.channel === 'import' ? [left.act.id] : []));
  const seats = seatsIn(application.applicant, ['secretary', 'headOfOffice']);
  return debts
    .filter(isFatal)
    .filter(({ act }) => !imported.includes(act))
    .flatMap(({ requirement: { id }, act, ...debt }) => {
      const thing = { requirement: id, ...onlyOf(debt) };
      return input.recipients(seats, localAt(input.now).date).map((person) => ({
        key: messageKey(
          { ...input, person },
          `excluded/${act}/${id}${thing.of === undefined ? '' : `/${thing.of}`}`,
        ),
        kind: 'officeNews' as const,
        body: { news: 'mayBeExcluded' as const, ...thing, act },
        person,
        application: input.application,
        deliverAt: isoInstant(input.now),
        digest: false,
      }));
    });
}

/**
 * A stage that is the union's turn, or an end that somebody else decided: a negative outcome, a revocation. The ends
 * that the comune chose (a no, a withdrawal) are no news of this kind.
 */
function isForTheOffice({ path, interrupts }: Case, n: number): boolean {
  const step = path[n];
  const before = path[n - 1];
  if (step === undefined || before?.by.at(-1)?.channel === 'import') return false;
  if (step.stage.party === 'union') return true;
  const outcome = before?.left?.outcome;
  if (step.stage.exits.length > 0 || outcome === undefined || outcome === 'done') return false;
  const interrupt = interrupts.find((each) => each.definition.id === outcome)?.definition;
  return interrupt === undefined ? before?.stage.party === 'funder' : interrupt.party === 'union';
}

/** Whom the office calls who wanted to talk, and what for. */
export function talkBody(
  { fact, milestone, ...talk }: NonNullable<Case['talk']>,
  { needs }: Pick<Case, 'needs'>,
): MessageBodies['officeCall'] {
  const of = onlyOf(talk);
  const role = needs.find((each) => isThing(each, { requirement: milestone, ...of }))?.upTo[0]?.role;
  return { why: 'talk', talk: fact, ...of, ...(role === undefined ? {} : { role }) };
}

/** To the desk: at once and alone, or in the digest of the morning after it happened. */
type Office = (
  about: string,
  content: MessageContent,
  when?: { atOnce?: boolean; happened?: number },
) => MessageDecision[];

/** What the office hears of a verdict, in its next digest: none of them is of the kinds that go at once (policy). */
function fromVerdict(
  fact: Fact | NewFact,
  theCase: Case,
  input: DecideInput,
  office: Office,
): MessageDecision[] {
  if (fact.type !== 'term.lapsed' && fact.type !== 'term.reinstated' && fact.type !== 'silence.recorded') {
    return [];
  }
  const { term, round, end } = fact.body;
  const about = { term, round, end };
  switch (fact.type) {
    case 'term.lapsed': {
      // The digest of the day after the end, also when a worker got to it later that morning.
      const happened = epochMs(instantAt(addDays(end, 1), '00:00'));
      if (fact.body.closes !== undefined) {
        const body = { news: fact.body.closes, ...about, ...unreminded(about, theCase, input) } as const;
        const decided = epochMs(instantAt(fact.legalDate, fact.legalTime ?? '00:00'));
        // Where that digest has gone, all wait for the next: one e-mail for all of a call.
        const missed = epochMs(officeSlot(happened)) < decided;
        return office(
          aboutClosing(about),
          { kind: 'officeNews', body },
          { happened: missed ? decided : happened },
        );
      }
      const body = { news: 'termLapsed', ...about, ...unreminded(about, theCase, input) } as const;
      return office(aboutLapse(about), { kind: 'officeNews', body }, { happened });
    }
    case 'term.reinstated': {
      const moved = fact.body.because === 'termMoved';
      const news = moved ? 'runsAgain' : 'reinstated';
      const all = office(`reinstated/${nameOf(about)}`, { kind: 'officeNews', body: { news, ...about } });
      return moved ? all.filter(({ person }) => readOfLapse(person, term, round, input)) : all;
    }
    case 'silence.recorded':
      // Nobody is called about what is over.
      if (theCase.ended) return [];
      return office(`silence/${nameOf(about)}`, { kind: 'officeCall', body: { why: 'silence', ...about } });
    default:
      return fact satisfies never;
  }
}

type Ended = Pick<FactOf<'term.lapsed'>['body'], 'term' | 'round' | 'end'>;

function nameOf({ term, round, end }: Ended): string {
  return `${roundName(term, round)}/${end}`;
}

function aboutLapse(ended: Ended): string {
  return `lapsed/${nameOf(ended)}`;
}

function aboutClosing(ended: Ended): string {
  return `closed/${nameOf(ended)}`;
}

/** Who never read that a term had passed need not read that it runs again: the extension itself says so. */
function readOfLapse(person: string, term: string, round: number, input: DecideInput): boolean {
  const lapses = ofType(input.streams.application, 'term.lapsed').flatMap(({ body }) =>
    body.term === term && body.round === round
      ? [aboutLapse(body), aboutClosing(body)].map((about) => messageKey({ ...input, person }, about))
      : [],
  );
  return input.told.some(({ key, state }) => state === 'sent' && lapses.includes(key));
}

/** Clarifications, a sample check and a revocation go at once (policy, rows A, B and M); a withdrawal can wait. */
function isImmediate({ party, term }: InterruptDefinition): boolean {
  return party === 'union' || term?.reminders === 'A' || term?.reminders === 'B';
}

function fromFact(fact: Fact, theCase: Case, input: DecideInput, office: Office): MessageDecision[] {
  if (fact.type === 'document.filed') return filed(fact, theCase, input, office);
  if (fact.type === 'milestone.recorded') return receiptMessages(fact, theCase, input);
  if (fact.type === 'document.reviewed') return returned(fact, theCase, input);
  if (fact.type === 'approval.answered') return sentBack(fact, theCase, input);
  if (fact.type !== 'reminder.answered') return [];
  const { answer, person, ...about } = fact.body;
  if (answer === 'done') {
    return office(`answered/${fact.id}`, { kind: 'officeNews', body: { news: 'saysDone', ...about } });
  }
  // Whoever cannot do it hands it to the office.
  const pressing =
    about.requirement === undefined
      ? pressesTerm(about, theCase, input.now)
      : pressesFor({ requirement: about.requirement, ...onlyOf(about) }, theCase, input.now);
  return office(
    `answered/${fact.id}`,
    { kind: 'officeCall', body: { why: answer, about: person, ...about, ...pressing } },
    { atOnce: pressing.presses !== undefined },
  );
}

/** A confirmation at once to who filed, and a paper to look at for the office while it waits for that. */
function filed(
  fact: FactOf<'document.filed'>,
  theCase: Case,
  input: DecideInput,
  office: Office,
): MessageDecision[] {
  const { requirement, document, sha256 } = fact.body;
  const thing = { requirement, ...onlyOf(fact.body) };
  const body = { ...thing, document, sha256 };
  const waits = workedOn(theCase).some((each) => isThing(each, thing) && each.status === 'inReview');
  const pressing = pressesOffice(thing, theCase, input.now);
  // As whoever owes it was told at once: money is at risk until somebody has read its date.
  const risks = theCase.debts.some((debt) => isThing(debt, thing) && isFatal(debt));
  const review = waits
    ? office(
        `review/${fact.id}`,
        { kind: 'officeReview', body: { ...body, ...pressing } },
        { atOnce: risks || pressing.presses !== undefined },
      )
    : [];
  if (fact.actor === undefined) return review;
  const confirmation: MessageDecision = {
    key: messageKey({ ...input, person: fact.actor }, `filed/${fact.id}`),
    kind: 'documentFiled',
    person: fact.actor,
    application: input.application,
    deliverAt: isoInstant(input.now),
    digest: false,
    body: { ...body, on: fact.legalDate, at: fact.legalTime ?? '' },
  };
  return [confirmation, ...review];
}

/** A paper sent back, to who filed it and to those it is up to while it is still to be put right. */
function returned(fact: FactOf<'document.reviewed'>, theCase: Case, input: DecideInput): MessageDecision[] {
  if (fact.body.verdict !== 'returned') return [];
  const { requirement, document } = fact.body;
  const thing = { requirement, ...onlyOf(fact.body) };
  const missing = workedOn(theCase).find((each) => isThing(each, thing) && each.status === 'returned');
  const filedBy = ofType(input.streams.application, 'document.filed').find(
    (each) => each.body.document === document,
  )?.actor;
  const owners = missing === undefined ? [] : input.recipients(missing.upTo, localAt(input.now).date);
  const people = [...new Set([...(filedBy === undefined ? [] : [filedBy]), ...owners])];
  const pressing = pressesFor(thing, theCase, input.now);
  return people.map((person) => ({
    key: messageKey({ ...input, person }, `returned/${fact.id}`),
    kind: 'documentReturned',
    person,
    application: input.application,
    deliverAt: isoInstant(input.now),
    digest: pressing.presses === undefined,
    body: { ...thing, document, because: fact.id, ...pressing },
  }));
}

/** A go-ahead that was refused with a reason, to those who prepared it. */
function sentBack(fact: FactOf<'approval.answered'>, theCase: Case, input: DecideInput): MessageDecision[] {
  if (fact.body.verdict !== 'returned') return [];
  const sentBack = readApprovalId(fact.body.approval)?.requirement;
  if (sentBack === undefined) return [];
  const of = onlyOf(fact.body);
  const body = of.of ?? theCase.application.applicant;
  const pressing = pressesFor({ requirement: sentBack, ...of }, theCase, input.now);
  // Of one that is still owed those are told who brought it, wherever the case stands by now.
  const asks = stagesAsking(theCase).find(({ requirements }) =>
    requirements.some(({ id }) => id === sentBack),
  );
  const seats = seatsIn(body, (asks ?? theCase.stage).actors);
  return input.recipients(seats, localAt(input.now).date).map((person) => ({
    key: messageKey({ ...input, person }, `sentBack/${fact.id}`),
    kind: 'documentReturned',
    person,
    application: input.application,
    deliverAt: isoInstant(input.now),
    digest: pressing.presses === undefined,
    body: { sentBack, ...of, because: fact.id, ...pressing },
  }));
}
