import { phrases } from './content/phrases.js';
import { joined } from '#domain/italian/sentence.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { RequirementDefinition } from '#domain/call/requirement.js';
import { epochMs, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { theBody } from '#domain/italian/article.js';
import { askExtensionBy } from '#domain/application/case/ask-extension.js';
import { type Debt, isFatal } from '#domain/application/case/debts.js';
import { FINDING } from '#domain/application/case/findings.js';
import { fatalInWords } from '#domain/application/explain/awaited-words.js';
import { isThing } from '#domain/application/case/requirement-state.js';
import { missingFor, owedBy, stillOwed, toBring, workedOn } from '#domain/application/case/worked-on.js';
import { cupOf } from '#domain/application/case/cup-of.js';
import { usualInWords, usualTimeOf } from '#domain/application/case/usual-time.js';
import { documentState, type Missing } from '#domain/application/case/requirement-state.js';
import type { RunningTerm } from '#domain/application/case/running-term.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import { ofMessage } from '#domain/reminder/message.js';
import { isOfficeRole, type Role } from '#domain/people/role.js';
import { roleInWords } from '#domain/people/role-words.js';
import { rolesOf } from '#domain/people/seat.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { announcedOf, announcesOf, whomToPhone, whyOf } from './letter-people.js';
import { reasonOf } from './letter-corrections.js';
import {
  answerByOf,
  datesOf,
  lengthOf,
  moneyOf,
  moveOf,
  noticeOf,
  roomOf,
  termName,
  wantedBy,
} from './letter-terms.js';
import { answeredThing, labelOf, newsOf } from './letter-news.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import type { CallNewsItem, DocumentFiledItem, MailItem, MissingThing, ReminderItem } from './mail-items.js';

/** One decided message as the item its template asks for. */
export function itemOf(item: LetterItem, now: LocalDate, base: string | undefined): MailItem {
  const { message, definition, theCase } = item;
  const about = {
    comune: item.comune,
    call: definition.shortTitle,
    ...(base === undefined ? {} : { page: `${base}/candidature/${item.number}` }),
  };
  const tone = message.tone ?? 1;
  const term = theCase.terms.find(
    (each) => each.id === message.term?.id && each.round === message.term.round,
  );
  const waitsFor = theBody(definition.funder);
  const measured = usualTimeOf(theCase);
  const usual = measured === undefined ? {} : { usual: usualInWords(measured) };
  switch (message.kind) {
    case 'invitation':
      return {
        ...about,
        ...datesOf(term, message, now),
        kind: 'invitation',
        callTitle: definition.title,
        amountCents: theCase.application.amountCents,
        amountBecause: phrases.residentsOn(dayOfMonthInWords(definition.amounts.residentsOn, { year: true })),
        needs: firstNeeds(item),
        ...invitationOf(definition),
        tone,
      };
    case 'reminder': {
      const dates = datesOf(term, message, now);
      return {
        ...about,
        ...dates,
        kind: 'reminder',
        ...topicOf(item, term),
        ...dossierOf(item, term),
        missing: missingOf(item),
        ...unlookedOf(item),
        amountCents: moneyOf(theCase).amountCents,
        peremptory: term?.peremptory ?? false,
        ...noticeOf(term),
        ...lengthOf(term, definition),
        ...roomOf(term, dates, theCase),
        ...askByOf(term),
        ...((term?.round ?? 1) > 1 ? { again: true as const } : {}),
        ...(definition.cupTemplate === undefined ? {} : { cupTemplate: definition.cupTemplate.number }),
        ...announcesOf(item, message.body),
        tone,
      };
    }
    case 'escalation': {
      const dates = datesOf(term, message, now);
      const { approval } = message.body;
      const topic = topicOf(item, term).topic === 'cup' ? { topic: 'cup' as const } : {};
      return {
        ...about,
        ...dates,
        kind: 'escalation',
        ...(approval === undefined ? topic : { topic: 'approval' as const }),
        missing: approval === undefined ? missingOf(item) : [{ label: labelOf(item, approval) }],
        ...moneyOf(theCase),
        peremptory: term?.peremptory ?? false,
        ...whyOf(item, message.body),
        ...(approval === undefined ? answerByOf(dates, now) : {}),
        ...announcedOf(item, message.body),
      };
    }
    case 'termMoved': {
      const dates = datesOf(term, message, now);
      return {
        ...about,
        ...dates,
        kind: 'termMoved',
        ...roomOf(term, dates, theCase),
        ...(asksReader(item, term) ? { asked: true as const } : {}),
        move: moveOf(term),
        ...termName(term, definition),
        oldEnd: message.body.oldEnd,
        end: message.body.newEnd,
        act: message.body.act,
        readOn: term?.term.history.at(-1)?.knownOn ?? now,
      };
    }
    case 'callNews':
      return {
        ...about,
        kind: 'callNews',
        news: message.body.news,
        callTitle: definition.title,
        ...newsOfCall(message.body),
        ...(message.body.news === 'sendAgain' && message.term !== undefined
          ? { dates: datesOf(term, message, now) }
          : {}),
      };
    case 'dateCorrected': {
      const { oldEnd, newEnd, gone, toldOn } = message.body;
      return {
        ...about,
        ...(newEnd === undefined ? {} : { ...datesOf(term, message, now), right: newEnd }),
        kind: 'dateCorrected',
        wrong: oldEnd,
        peremptory: isPeremptory(definition, gone ?? message.term?.id ?? ''),
        toldOn,
        ...reasonOf(item, gone, now),
      };
    }
    case 'documentFiled': {
      const { body } = message;
      const filed = { ...about, on: body.on, at: body.at.slice(0, 5), chainHead: item.chainHead };
      if (body.milestone !== undefined) {
        return {
          ...filed,
          kind: 'documentFiled',
          act: true,
          label: labelOf(item, body.milestone),
          review: false,
          ...heldOf(item, body.milestone),
          ...owedByReader(item),
        };
      }
      return {
        ...filed,
        kind: 'documentFiled',
        label: labelOf(item, body.requirement),
        hash: body.sha256,
        review: workedOn(theCase).some(
          (each) =>
            isThing(each, { requirement: body.requirement, ...onlyOf(body) }) && each.status === 'inReview',
        ),
      };
    }
    case 'documentReturned':
      return {
        ...about,
        kind: 'documentReturned',
        label: labelOf(item, message.body.requirement ?? message.body.sentBack),
        reason: item.reason ?? phrases.reasonElsewhere,
        ...wantedBy(theCase, now),
      };
    case 'approvalAsked':
      return {
        ...about,
        kind: 'approvalAsked',
        what: labelOf(item, message.body.approval),
        workBy: message.body.workBy,
        ...announcesOf(item, message.body),
        tone,
      };
    case 'stillOwed':
      return {
        ...about,
        kind: 'stillOwed',
        missing: missingThings(stillOwed(message.body.things, theCase), item),
      };
    case 'question':
      return { ...about, kind: 'question', waitsFor, since: message.body.since, ...usual };
    case 'officeRound':
      return { ...about, kind: 'officeRound', waitsFor, since: message.body.since, ...usual };
    case 'officeCall': {
      const { body } = message;
      const asked =
        answeredThing(item, body) ?? owedBy(theCase, ofMessage(message), message.term)[0]?.requirement.label;
      const what = body.why === 'funds' ? body.act : asked;
      return {
        ...about,
        kind: 'officeCall',
        why: body.why === 'unanswered' && isKnownSinceToday(now, term) ? 'late' : body.why,
        ...whomToPhone(item, body),
        ...(what === undefined ? {} : { what }),
        ...(term === undefined ? {} : { workBy: term.term.safeEnd, end: term.term.end }),
      };
    }
    case 'officeNews':
      return { ...about, kind: 'officeNews', ...newsOf(item, message.body) };
    case 'officeReview':
      return {
        ...about,
        kind: 'officeReview',
        label: labelOf(item, message.body.requirement),
        on:
          ofType(item.facts, 'document.filed').findLast((f) => f.body.document === message.body.document)
            ?.legalDate ?? now,
      };
    default:
      return message satisfies never;
  }
}

function askByOf(term: RunningTerm | undefined): Pick<ReminderItem, 'askBy'> {
  const askBy = term === undefined ? undefined : askExtensionBy(term);
  return askBy === undefined ? {} : { askBy };
}

function newsOfCall(
  body: MessageBodies['callNews'],
): Pick<CallNewsItem, 'act' | 'on' | 'closed' | 'end' | 'unsure'> {
  if (body.news === 'fundsExhausted') return { act: body.act, on: body.on };
  if (body.news !== 'sendAgain') return {};
  const { act, from, to, end, unsure } = body;
  return { act, closed: { from, to }, end, ...(unsure === true ? { unsure } : {}) };
}

function topicOf(
  { theCase }: LetterItem,
  term: RunningTerm | undefined,
): { topic?: 'cup' | 'sampleCheck' | 'maintenance'; action?: string } {
  if (term?.reminders === 'I') return { topic: 'maintenance' };
  if (isSampleCheck(theCase, term)) return { topic: 'sampleCheck' };
  const asksForCup = missingFor(theCase, term).some(
    ({ requirement }) =>
      requirement.kind === 'milestone' && requirement.fields.some((field) => field.type === 'cup'),
  );
  return asksForCup ? { topic: 'cup', action: phrases.enterCup } : {};
}

/** Whether the term that a message is about is the one of a sample check, whatever else is open. */
function isSampleCheck({ open }: LetterItem['theCase'], term: RunningTerm | undefined): boolean {
  const owner = open.findLast((each) => each.definition.term?.id === term?.id);
  return term !== undefined && owner?.definition.wait === 'sampleCheck';
}

/** For a sample check: how many papers there are, of the stages so far and of the check, and the CUP for the PEC. */
function dossierOf(
  { theCase, facts }: LetterItem,
  term: RunningTerm | undefined,
): Partial<Pick<ReminderItem, 'papersInAll' | 'cup'>> {
  if (!isSampleCheck(theCase, term)) return {};
  const cup = cupOf(facts);
  const wanted = missingFor(theCase, term).filter((each) => each.requirement.kind === 'document');
  const own = theCase.open.findLast((each) => each.definition.term?.id === term?.id)?.definition.papers ?? [];
  const papers = new Map(
    [...theCase.path.flatMap((step) => step.stage.requirements), ...own].flatMap((each) =>
      each.kind === 'document' ? [[each.id, each] as const] : [],
    ),
  );
  const ready = [...papers.values()].filter(
    ({ id, review }) =>
      !wanted.some((each) => each.requirement.id === id) &&
      documentState(effectiveFacts(facts), { id, review }, {}).status === 'accepted',
  ).length;
  return { papersInAll: ready + wanted.length, ...(cup === undefined ? {} : { cup }) };
}

/** What the reader must bring; of a sample check only the papers, for its e-mail speaks of the sending by itself. */
function missingOf(item: LetterItem): MissingThing[] {
  const term = item.theCase.terms.find((each) => each.id === item.message.term?.id);
  const papersOnly = isSampleCheck(item.theCase, term) && item.message.kind === 'reminder';
  const owed = owedBy(item.theCase, ofMessage(item.message), item.message.term);
  return missingThings(
    owed.filter(
      (each) => each.status !== 'inReview' && (!papersOnly || each.requirement.kind === 'document'),
    ),
    item,
  );
}

function rolesOfReader({ people, message }: LetterItem): readonly Role[] {
  return people.find((each) => each.id === message.person)?.roles ?? [];
}

/** Whether something that the term waits for is up to the reader. */
function asksReader(item: LetterItem, term: RunningTerm | undefined): boolean {
  const roles = rolesOfReader(item);
  return missingFor(item.theCase, term).some(({ upTo }) => upTo.some(({ role }) => roles.includes(role)));
}

/** What the reader owes here although the act is on record. */
function owedByReader(item: LetterItem): Pick<DocumentFiledItem, 'owed' | 'risks'> {
  const roles = rolesOfReader(item);
  const all = toBring(item.theCase).filter(({ upTo }) => upTo.some(({ role }) => roles.includes(role)));
  const owed = all.filter((debt) => !isFatal(debt)).map(({ requirement }) => requirement.label);
  const risks = all.filter(isFatal).map(fatalInWords);
  return { ...(owed.length === 0 ? {} : { owed }), ...(risks.length === 0 ? {} : { risks }) };
}

/** What keeps the latest act of this kind from counting. */
function heldOf({ theCase, facts }: LetterItem, milestone: string): Pick<DocumentFiledItem, 'held'> {
  const isHeld = ofType(facts, 'milestone.recorded').some(
    ({ id, body }) => body.milestone === milestone && theCase.held.includes(id),
  );
  const finding = isHeld ? theCase.findings.find(({ holds }) => holds === true) : undefined;
  return finding === undefined ? {} : { held: FINDING[finding.code] };
}

/** What waits for the office, told to the office itself or to the comune. */
function unlookedOf(item: LetterItem): Partial<Pick<ReminderItem, 'unlooked' | 'missing'>> {
  const { theCase, message } = item;
  if (message.kind !== 'reminder' || message.body.unlooked !== true) return {};
  return {
    unlooked: rolesOfReader(item).some(isOfficeRole) ? 'office' : 'comune',
    missing: owedBy(theCase, {}, message.term)
      .filter(({ status }) => status === 'inReview')
      .map(({ requirement: { label } }) => ({ label })),
  };
}

/** Each with from whom it comes, where that is not the reader. */
function missingThings(missing: readonly (Missing | Debt)[], item: LetterItem): MissingThing[] {
  const roles = rolesOfReader(item);
  return missing.map(({ requirement, status, upTo, ...more }) => ({
    label: requirement.label,
    ...(status === 'returned'
      ? { note: phrases.toCorrect }
      : 'notAfter' in more
        ? { note: phrases.notAfter(dayOfMonthInWords(more.notAfter, { year: true })) }
        : item.theCase.resend?.milestone === requirement.id
          ? { note: phrases.sendAgain }
          : {}),
    ...(upTo.length === 0 || upTo.some(({ role }) => roles.includes(role))
      ? {}
      : { from: joined(rolesOf(upTo).map(roleInWords), 'o') }),
  }));
}

/** What the comune will have to give, if it takes part: the papers before the official sending. */
function firstNeeds({ definition }: LetterItem): string[] {
  return definition.stages
    .filter((stage) => stage.wait === 'documents')
    .flatMap((stage) => stage.requirements.map((each: RequirementDefinition) => each.label));
}

/** What the definition says beyond the amount; where it was read is the office's matter. */
function invitationOf({
  invitation,
}: CallDefinition): Omit<NonNullable<CallDefinition['invitation']>, 'source'> {
  if (invitation === undefined) return {};
  const { source: _source, ...said } = invitation;
  return said;
}

/** Also of a term that no longer runs. */
function isPeremptory({ terms, interrupts }: CallDefinition, id: string): boolean {
  const all = [...terms, ...interrupts.flatMap((each) => each.term ?? [])];
  return all.some((each) => each.id === id && each.peremptory);
}

/** The office learned of the term today: nobody had the time to answer. */
function isKnownSinceToday(today: LocalDate, term: RunningTerm | undefined): boolean {
  return term !== undefined && localAt(epochMs(term.knownSince)).date === today;
}
