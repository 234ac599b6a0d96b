import { stageOf, type RequirementDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { milestonesOf } from '#domain/application/admit.js';
import type { RunningTerm } from '#domain/application/running-term.js';
import { ofType } from '#domain/fact/fact.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import type { Dates, MailItem, MissingThing, OfficeNewsItem } from './mail-items.js';

/** One decided message as the item its template asks for. */
export function itemOf(item: LetterItem, now: LocalDate, base: string | undefined): MailItem {
  const { message, definition, theCase } = item;
  const about = {
    comune: item.comune,
    call: definition.shortTitle,
    ...(base === undefined ? {} : { page: `${base}/candidature/${item.number}` }),
  };
  const text = (name: string) => String(message.params[name] ?? '');
  const date = (name: string) => text(name) as LocalDate;
  const tone = message.tone ?? 1;
  const term = theCase.terms.find(
    (each) => each.id === message.term?.id && each.round === message.term.round,
  );
  const waitsFor = theCase.stage.party === 'funder' ? `il ${definition.funder}` : 'un altro ente';
  const usual = theCase.stage.usualDays === undefined ? {} : { usualDays: theCase.stage.usualDays };
  switch (message.kind) {
    case 'invitation':
      return {
        ...about,
        ...datesOf(term, message.term),
        kind: 'invitation',
        callTitle: definition.title,
        amountCents: theCase.application.amountCents,
        amountBecause: `popolazione al ${dayMonthYear(definition.amounts.residentsOn)}`,
        needs: firstNeeds(item),
        tone,
      };
    case 'reminder':
      return {
        ...about,
        ...datesOf(term, message.term),
        kind: 'reminder',
        ...topicOf(item),
        missing: missingOf(item),
        amountCents: theCase.application.amountCents,
        peremptory: term?.peremptory ?? false,
        ...noticeOf(term),
        tone,
      };
    case 'escalation': {
      const topic = topicOf(item).topic === 'cup' ? { topic: 'cup' as const } : {};
      return {
        ...about,
        ...datesOf(term, message.term),
        kind: 'escalation',
        ...topic,
        missing: missingOf(item),
        amountCents: theCase.application.amountCents,
        peremptory: term?.peremptory ?? false,
      };
    }
    case 'termMoved':
      return {
        ...about,
        ...datesOf(term, message.term),
        kind: 'termMoved',
        move: moveOf(term),
        ...(term === undefined ? {} : { term: term.label }),
        oldEnd: date('oldEnd'),
        end: date('newEnd'),
        act: text('act'),
        readOn: term?.term.history.at(-1)?.knownOn ?? now,
      };
    case 'dateCorrected':
      return {
        ...about,
        ...datesOf(term, message.term),
        kind: 'dateCorrected',
        wrong: date('oldEnd'),
        end: date('newEnd'),
      };
    case 'documentFiled':
      return {
        ...about,
        kind: 'documentFiled',
        label: labelOf(item, text('requirement')),
        on: date('on'),
        at: text('at').slice(0, 5),
        hash: text('sha256'),
        chainHead: item.chainHead,
        review: theCase.missing.some(
          (each) => each.requirement.id === text('requirement') && each.status === 'inReview',
        ),
      };
    case 'documentReturned':
      return {
        ...about,
        kind: 'documentReturned',
        label: labelOf(item, text('requirement')),
        reason: text('reason'),
      };
    case 'approvalAsked':
      return {
        ...about,
        kind: 'approvalAsked',
        what: theCase.missing.find((each) => each.requirement.kind === 'approval')?.requirement.label ?? '',
        tone,
      };
    case 'question':
      return { ...about, kind: 'question', waitsFor, since: date('since'), ...usual };
    case 'officeRound':
      return { ...about, kind: 'officeRound', waitsFor, since: date('since'), ...usual };
    case 'officeCall': {
      const why = { silence: 'silence', cannot: 'cannot', notMine: 'notMine' }[text('why')] ?? 'unanswered';
      const whom = item.people.find((each) => each.id === text('about')) ?? firstToCall(item);
      return {
        ...about,
        kind: 'officeCall',
        why: why as 'silence' | 'cannot' | 'notMine' | 'unanswered',
        ...(whom === undefined ? {} : { whom: personToCall(whom) }),
        ...(theCase.missing[0] === undefined ? {} : { what: theCase.missing[0].requirement.label }),
        ...(term === undefined ? {} : { workBy: term.term.safeEnd, end: term.term.end }),
      };
    }
    case 'officeNews':
      return {
        ...about,
        kind: 'officeNews',
        news: text('news') as OfficeNewsItem['news'],
        label: newsLabel(item),
        ...(text('end') === '' ? {} : { end: date('end') }),
      };
    case 'officeReview':
      return {
        ...about,
        kind: 'officeReview',
        label: labelOf(item, text('requirement')),
        on:
          ofType(item.facts, 'document.filed').findLast((f) => f.body.document === text('document'))
            ?.legalDate ?? now,
      };
    default:
      return message.kind satisfies never;
  }
}

function datesOf(term: RunningTerm | undefined, told: LetterItem['message']['term']): Dates {
  const workBy = term?.term.safeEnd ?? told?.safeEnd;
  if (workBy === undefined) throw new Error('a message about a term names it');
  if (term === undefined || !term.official) return { workBy };
  return { workBy, end: term.term.end, cutOff: term.term.cutOff };
}

function topicOf({ theCase }: LetterItem): { topic?: 'cup' | 'sampleCheck' } {
  if (theCase.open.at(-1)?.definition.wait === 'sampleCheck') return { topic: 'sampleCheck' };
  const asksForCup = theCase.missing.some(
    ({ requirement }) =>
      requirement.kind === 'milestone' && requirement.fields.some((field) => field.type === 'cup'),
  );
  return asksForCup ? { topic: 'cup' } : {};
}

function missingOf(item: LetterItem): MissingThing[] {
  const roles = item.people.find((each) => each.id === item.message.person)?.roles ?? [];
  return item.theCase.missing
    .filter((each) => each.status !== 'inReview')
    .map(({ requirement, upTo }) => ({
      label: requirement.label,
      ...(upTo.length === 0 || upTo.some((role) => roles.includes(role))
        ? {}
        : { from: upTo.map(roleInWords).join(' o ') }),
    }));
}

/** What the comune will have to give, if it takes part: the papers before the official sending. */
function firstNeeds({ definition }: LetterItem): string[] {
  return definition.stages
    .filter((stage) => stage.wait === 'documents')
    .flatMap((stage) => stage.requirements.map((each: RequirementDefinition) => each.label));
}

function noticeOf(term: RunningTerm | undefined): { notice?: { date: LocalDate; time?: string } } {
  if (term?.reminders !== 'A' && term?.reminders !== 'B') return {};
  return {
    notice: {
      date: term.started.date,
      ...(term.started.time === undefined ? {} : { time: term.started.time.slice(0, 5) }),
    },
  };
}

function moveOf(term: RunningTerm | undefined): 'extension' | 'reopening' | 'suspension' {
  const by = term?.term.history.at(-1)?.by;
  return by === 'reopening' || by === 'suspension' ? by : 'extension';
}

function labelOf({ definition }: LetterItem, id: string): string {
  const all = [...definition.stages.flatMap((stage) => stage.requirements), ...milestonesOf(definition)];
  return all.find((each) => each.id === id)?.label ?? id;
}

function newsLabel(item: LetterItem): string {
  const { definition, theCase, message } = item;
  const id = (name: string) => String(message.params[name] ?? '');
  switch (message.params['news']) {
    case 'termLapsed':
    case 'reinstated':
      return theCase.terms.find((each) => each.id === id('term'))?.label ?? id('term');
    case 'interrupt':
      return definition.interrupts.find((each) => each.id === id('interrupt'))?.label ?? id('interrupt');
    case 'stage':
      return stageOf(definition, id('stage')).label;
    case 'deadAddress':
      return item.people.find((each) => each.id === id('about'))?.name ?? 'una persona del Comune';
    default:
      return theCase.missing[0]?.requirement.label ?? theCase.stage.label;
  }
}

function firstToCall(item: LetterItem) {
  const upTo = item.theCase.missing[0]?.upTo ?? [];
  return item.people.find((each) => each.roles.some((role) => upTo.includes(role)));
}

function personToCall({ name, roles, phone }: LetterItem['people'][number]) {
  const role = roles[0];
  return {
    name,
    ...(role === undefined ? {} : { role: roleInWords(role) }),
    ...(phone === undefined ? {} : { phone }),
  };
}

function dayMonthYear(date: LocalDate): string {
  return date.split('-').toReversed().join('/');
}
