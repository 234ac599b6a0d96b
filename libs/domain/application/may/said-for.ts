import type { ActingFor } from '#domain/access/can.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { type AskedOf, askedOf, onlyOf } from '#domain/fact/asked-of.js';
import { type Fact, type NewFact, ofType } from '#domain/fact/fact.js';
import { actionOf } from './who-may.js';

/**
 * A fact as it names the body whose thing it is about: the one in whose name it is said, the one that filed the paper that
 * is looked at, or that of the fact that it corrects. What the union says in its own name is about the case.
 */
export function saidFor(
  fact: NewFact,
  acting: ActingFor,
  unionBody: string,
  definition: CallDefinition,
  facts: readonly Fact[],
): NewFact {
  const of = bodyOf(fact, acting, unionBody, definition, facts);
  return of.of === undefined ? fact : ({ ...fact, body: { ...fact.body, ...of } } as NewFact);
}

function bodyOf(
  fact: NewFact,
  acting: ActingFor,
  unionBody: string,
  definition: CallDefinition,
  facts: readonly Fact[],
): AskedOf {
  const wrong = facts.find((each) => each.id === fact.corrects);
  if (wrong !== undefined) return 'of' in wrong.body ? onlyOf(wrong.body) : {};
  const named = bodyNamed(acting, unionBody, facts);
  switch (fact.type) {
    case 'document.filed':
    case 'approval.answered':
    case 'promise.made':
    case 'reminder.answered':
      return named;
    case 'milestone.recorded':
      return isAskedOfOthers(fact.body.milestone, definition) ? named : {};
    case 'document.reviewed': {
      const filed = ofType(facts, 'document.filed').find((each) => each.body.document === fact.body.document);
      return filed === undefined ? {} : onlyOf(filed.body);
    }
    default:
      return {};
  }
}

/** The body in whose name somebody acts; the union's own acts are about the case. */
export function bodyNamed(
  { actingBody, onBehalfOf }: ActingFor,
  unionBody: string,
  facts: readonly Fact[],
): AskedOf {
  const applicant = applicantIn(facts);
  return askedOf(onBehalfOf ?? (actingBody === unionBody ? applicant : actingBody), applicant);
}

/** Body that alone, or the office for it, may say this; none for what anybody of the case may say. */
export function bodyAsked(
  fact: NewFact,
  definition: CallDefinition,
  facts: readonly Fact[],
): string | undefined {
  const action = actionOf(fact, definition);
  switch (fact.type) {
    case 'document.filed':
    case 'approval.answered':
      return fact.body.of ?? applicantIn(facts);
    case 'milestone.recorded':
      return action === 'recordMilestone' || action === 'answerParticipation'
        ? (fact.body.of ?? applicantIn(facts))
        : undefined;
    default:
      return undefined;
  }
}

function applicantIn(facts: readonly Fact[]): string {
  const opened = ofType(facts, 'application.opened')[0];
  if (opened === undefined) throw new Error('a stream begins with application.opened');
  return opened.body.applicant;
}

function isAskedOfOthers(milestone: string, definition: CallDefinition): boolean {
  return milestonesOf(definition).some((each) => each.id === milestone && each.askedOf !== undefined);
}
