import { roundName } from '#domain/term/round-name.js';
import { readApprovalId } from '#domain/approval/approval-id.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { inWords } from '#domain/calendar/words.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { EventWords } from './timeline.js';
import type { MessageContent, MessageDecision } from '#domain/reminder/message.js';
import { MESSAGE_KINDS } from '#domain/reminder/message-kinds.js';

/** A fact as the command says it: English, with the definition's own labels. */
function factInWords(definition: CallDefinition, fact: NewFact): string {
  switch (fact.type) {
    case 'application.opened':
      return 'Application opened.';
    case 'milestone.recorded': {
      const milestone = milestonesOf(definition).find((each) => each.id === fact.body.milestone);
      const outcome = milestone?.outcomes?.find((each) => each.code === fact.body.outcome);
      return `Recorded: ${milestone?.label ?? fact.body.milestone}${outcome === undefined ? '' : ` (${outcome.label})`}.`;
    }
    case 'document.filed':
      return `Filed: ${requirementLabel(definition, fact.body.requirement)}.`;
    case 'document.reviewed': {
      const verdict = fact.body.verdict === 'accepted' ? 'Accepted' : 'Sent back';
      return `${verdict}: ${requirementLabel(definition, fact.body.requirement)}.`;
    }
    case 'approval.answered': {
      const verdict = fact.body.verdict === 'given' ? 'Go-ahead' : 'Sent back';
      return `${verdict}: ${requirementLabel(definition, readApprovalId(fact.body.approval)?.requirement ?? '')}.`;
    }
    case 'term.amended': {
      const end = fact.body.newEnd === undefined ? '' : `, new end ${day(fact.body.newEnd)}`;
      return `${fact.body.act} moves ${termLabel(definition, fact.body.term)}${end}.`;
    }
    case 'term.lapsed':
      return `Term passed: ${termLabel(definition, fact.body.term)} (${day(fact.body.end)}).`;
    case 'term.reinstated':
      return `Term met after all, or moved: ${termLabel(definition, fact.body.term)} (${day(fact.body.end)}).`;
    case 'silence.recorded':
      return `No answer by ${day(fact.body.end)}: ${termLabel(definition, fact.body.term)}.`;
    case 'application.closed':
      return 'Application closed.';
    // What people say of a case moves nothing in a simulation: its name is enough.
    default:
      return `Recorded: ${fact.type}.`;
  }
}

/** A simulation told in English. */
export function englishWords(definition: CallDefinition): EventWords {
  return {
    fact: (fact) => factInWords(definition, fact),
    message: (message) => messageInWords(definition, message),
    stage: (label) => `${label}.`,
    end: ({ label, term }) => `Ends: ${label} (work by ${day(term.safeEnd)}).`,
  };
}

/** Stable name of a fact without dates and ids. */
export function codeOfFact(fact: NewFact): string {
  switch (fact.type) {
    case 'milestone.recorded':
      return [fact.type, fact.body.milestone, fact.body.outcome]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'document.filed':
      return `${fact.type} ${fact.body.requirement}`;
    case 'document.reviewed':
      return `${fact.type} ${fact.body.requirement} ${fact.body.verdict}`;
    case 'approval.answered':
      return `${fact.type} ${fact.body.approval} ${fact.body.verdict}`;
    case 'term.lapsed':
    case 'term.reinstated':
    case 'silence.recorded':
      return `${fact.type} ${roundName(fact.body.term, fact.body.round)}`;
    case 'term.amended':
      return `${fact.type} ${fact.body.term}`;
    default:
      return fact.type;
  }
}

/** A message as the command says it; `to` is a role in a simulation. */
function messageInWords(definition: CallDefinition, message: MessageDecision): string {
  const { term, step } = message;
  const requirement = requirementIn(message);
  const about =
    term !== undefined
      ? `: ${termLabel(definition, term.id)}, work by ${day(term.safeEnd)}`
      : requirement !== undefined
        ? `: ${requirementLabel(definition, requirement)}`
        : '';
  return `${MESSAGE_KINDS[message.kind].english} to ${message.person}${about}${step === undefined ? '' : ` (step ${step})`}.`;
}

/** The paper that a message is about, where it is about one. */
export function requirementIn({ body }: MessageContent): string | undefined {
  return 'requirement' in body ? body.requirement : undefined;
}

function termLabel(definition: CallDefinition, id: string): string {
  const own = definition.interrupts.flatMap((each) => (each.term === undefined ? [] : [each.term]));
  return [...definition.terms, ...own].find((each) => each.id === id)?.label ?? id;
}

/** Label of a paper, an act or a go-ahead; its name where the definition does not know it. */
export function requirementLabel(definition: CallDefinition, id: string): string {
  const all = [...definition.stages.flatMap((stage) => stage.requirements), ...papersOf(definition)];
  return all.find((each) => each.id === id)?.label ?? id;
}

function day(date: LocalDate): string {
  return inWords(date, { language: 'en', year: true });
}
