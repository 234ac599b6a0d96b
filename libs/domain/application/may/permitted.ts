import { approvalId } from '#domain/approval/approval-id.js';
import { type ActingFor, type Actor, can, type Resource } from '#domain/access/can.js';
import type { WriteAction } from '#domain/access/policy.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { askedBy, type MilestoneRequirement } from '#domain/call/requirement.js';
import { localAt } from '#domain/calendar/local-date.js';
import { type AskedOf, isOfSame, isSameThing, onlyOf, type Thing } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type NewFact, type NewFactOf, ofType } from '#domain/fact/fact.js';
import { OFFERED_ACTS, type OfferedAct, type OfferedWhile } from '#domain/fact/fact-kinds.js';
import { buttonOf } from './button.js';
import { type Case, readCase, type Streams, waitsOutsideSince } from '../case/case.js';
import type { Finding } from '../case/findings.js';
import { isThing } from '../case/requirement-state.js';
import { stagesAsking, workedOn } from '../case/worked-on.js';
import { isOverUnanswered } from '../case/never-answered.js';
import { consequenceOf, consequenceOfOpening } from './consequence.js';
import type { Acting, MilestoneForm, Permitted } from './form.js';
import { isUsedUp } from '../case/used-up.js';
import { bodyAsked } from './said-for.js';
import { actionOf, refusedByRole } from './who-may.js';

export type { Acting, Permitted } from './form.js';

/** Who asks, and for which application. */
export interface PermittedInput {
  actor: Actor;
  resource: Resource;
  applicant: string;
  definition: CallDefinition;
  streams: Streams;
  findings: readonly Finding[];
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * What somebody may do now: what the policy table allows, the definition gives to one of the person's roles, and the
 * record would take as the case stands. What people write in a form is checked when they send it.
 */
export function permitted(input: PermittedInput): Permitted {
  const theCase = readCase(input.definition, input.streams);
  if (isOverUnanswered(theCase, input.now)) {
    return {
      milestones: sendings(input, theCase),
      file: [],
      approve: [],
      review: [],
      ...offered(input, theCase),
    };
  }
  const over = theCase.closed !== undefined;
  return {
    milestones: over || (theCase.ended && theCase.endedByNo !== true) ? [] : milestoneForms(input, theCase),
    file: over || theCase.ended ? [] : filings(input, theCase),
    approve: over ? [] : approvals(input, theCase),
    review: over ? [] : reviews(input),
    ...offered(input, theCase),
  };
}

/** What no definition asks for: the acts that kinds of facts offer as the case stands. */
function offered(input: PermittedInput, theCase: Case): Partial<Record<OfferedAct, Acting>> {
  const over = theCase.closed !== undefined || isOverUnanswered(theCase, input.now);
  const stands: Record<OfferedWhile, boolean> = {
    always: true,
    running: !over && !theCase.ended,
    waitsOutside: !over && waitsOutsideSince(theCase) !== undefined,
    hasFindings: !over && input.findings.length > 0,
  };
  return Object.fromEntries(
    OFFERED_ACTS.filter((each) => stands[each.while]).flatMap(({ act, action }) => {
      const acting = actingFor(input, action);
      return acting === undefined ? [] : [[act, acting]];
    }),
  );
}

/**
 * In whose name the person may do it: an own body first, then the union, then the union for the applicant, or for the
 * body of which it is asked.
 */
export function actingFor(
  input: PermittedInput,
  action: WriteAction,
  fact?: NewFact,
  asked?: string,
): Acting | undefined {
  const { actor, applicant, definition } = input;
  const resource = { ...input.resource, ...(asked === undefined ? {} : { askedOf: asked }) };
  const own = actor.memberships.map(({ body }) => body).filter((body) => resource.bodies.includes(body));
  const names: ActingFor[] = [
    ...[...new Set(own)].map((actingBody) => ({ actingBody })),
    { actingBody: actor.unionBody },
    { actingBody: actor.unionBody, onBehalfOf: asked ?? applicant },
  ];
  return names.find(
    (acting) =>
      can(actor, action, resource, acting).allowed &&
      (fact === undefined || refusedByRole(fact, definition, actor, acting) === undefined),
  );
}

/** Of what was closed without an answer: that it was sent in time, also while the proof is still to come. */
function sendings(input: PermittedInput, theCase: Case): MilestoneForm[] {
  const closed = theCase.closed?.neverAnswered;
  const saidAlone = closed !== undefined && closed.declared === undefined;
  return milestoneForms(input, theCase)
    .filter(({ milestone }) => milestone === theCase.answerBy?.meets)
    .map((form) => ({ ...form, proof: form.proof && !saidAlone }));
}

function milestoneForms(input: PermittedInput, theCase: Case): MilestoneForm[] {
  const { definition, streams } = input;
  const asked = (thing: Thing) => workedOn(theCase).some((each) => isThing(each, thing));
  const needed = theCase.needs.filter((each) => each.status !== 'inReview');
  const milestones = milestonesOf(definition);
  const things = milestones
    .filter(({ id }, n) => milestones.findIndex((each) => each.id === id) === n)
    .flatMap((milestone) => askedBy(milestone, bodiesIn(input)).map((of) => ({ milestone, of })));
  return things.flatMap(({ milestone, of }): MilestoneForm[] => {
    const declared = theCase.closed?.neverAnswered?.declared !== undefined;
    const again = theCase.resend?.milestone === milestone.id;
    // Of a case that ended by a "no" only a proof is taken.
    const proof = theCase.endedByNo === true && milestone.proof;
    const open = (outcome?: string) =>
      declared ||
      again ||
      !isUsedUp(trial(input, milestone, of, outcome, proof), definition, streams.application);
    const outcomes = (milestone.outcomes ?? []).filter((each) => open(each.code));
    if (milestone.outcomes === undefined ? !open() : outcomes.length === 0) return [];
    const fact = trial(input, milestone, of, outcomes[0]?.code);
    const body = bodyAsked(fact, definition, streams.application);
    const acting = actingFor(input, actionOf(fact, definition), fact, body);
    if (acting === undefined) return [];
    const interrupt = definition.interrupts.find((each) => each.opens.id === milestone.id);
    const consequence =
      interrupt === undefined ? undefined : consequenceOfOpening(definition, theCase, interrupt);
    return [
      {
        milestone: milestone.id,
        label: milestone.label,
        button: buttonOf(milestone),
        place: milestone.place,
        proof: milestone.proof,
        fields: milestone.fields,
        outcomes: outcomes.map((each) => {
          const words = consequenceOf(definition, theCase, milestone.id, each);
          return {
            code: each.code,
            label: each.label,
            ...(words === undefined ? {} : { consequence: words }),
          };
        }),
        acting,
        asked: again || asked({ requirement: milestone.id, ...of }),
        ends:
          needed.length === 1 && needed.every((each) => isThing(each, { requirement: milestone.id, ...of })),
        ...(interrupt === undefined ? {} : { opens: interrupt.id }),
        ...(consequence === undefined ? {} : { consequence }),
      },
    ];
  });
}

/** Of whom things may be asked: the applicant, and the others that take part. */
function bodiesIn({ applicant, resource }: PermittedInput): {
  applicant: string;
  participants: readonly string[];
} {
  return { applicant, participants: resource.bodies };
}

function trial(
  { actor, now }: PermittedInput,
  { id }: MilestoneRequirement,
  of: AskedOf,
  outcome?: string,
  proof = false,
): NewFactOf<'milestone.recorded'> {
  return {
    ...received(actor, now),
    type: 'milestone.recorded',
    body: {
      milestone: id,
      ...of,
      data: {},
      ...(outcome === undefined ? {} : { outcome }),
      ...(proof ? { proof: 'trial' } : {}),
    },
  };
}

function received({ person }: Actor, now: number) {
  const { date, time } = localAt(now);
  return {
    legalDate: date,
    legalTime: time,
    legalSource: 'received',
    channel: 'web',
    actor: person,
  } as const;
}

function filings(input: PermittedInput, theCase: Case): Permitted['file'] {
  const { applicant } = input;
  const papers = [
    ...theCase.open.toReversed().flatMap((each) => each.definition.papers ?? []),
    ...stagesAsking(theCase)
      .flatMap((stage) => stage.requirements)
      .flatMap((each) => (each.kind === 'document' ? [each] : [])),
  ];
  return papers
    .filter((paper, n) => papers.findIndex((each) => each.id === paper.id) === n)
    .flatMap((paper) => askedBy(paper, bodiesIn(input)).map(({ of = applicant }) => ({ paper, body: of })))
    .flatMap(({ paper: { id, label, place }, body }) => {
      const acting = actingFor(input, 'fileDocument', undefined, body);
      return acting === undefined ? [] : [{ requirement: id, label, place, acting }];
    });
}

/** Each go-ahead that is asked now of a role that the person holds, or stands in for. */
function approvals(input: PermittedInput, theCase: Case): Permitted['approve'] {
  const asked = stagesAsking(theCase).flatMap((stage) => stage.requirements);
  const versions = lastVersions(input).filter(({ body }) => asked.some(({ id }) => id === body.requirement));
  return [...theCase.needs, ...theCase.debts].flatMap(
    ({ requirement: { id, label, kind }, upTo, ...missing }) => {
      const of = onlyOf(missing);
      const documents = versions.filter(({ body }) => isOfSame(body, of)).map(({ body }) => body.document);
      if (kind !== 'approval') return [];
      return upTo.flatMap(({ role }) => {
        const approval = approvalId({ requirement: id, role });
        const fact: NewFact = {
          ...received(input.actor, input.now),
          type: 'approval.answered',
          body: { approval, ...of, person: input.actor.person, verdict: 'given' },
        };
        const acting = actingFor(input, 'approve', fact, of.of ?? input.applicant);
        return acting === undefined ? [] : [{ approval, requirement: id, label, acting, documents }];
      });
    },
  );
}

/** Papers whose last version nobody has looked at. */
function reviews(input: PermittedInput): Permitted['review'] {
  const acting = actingFor(input, 'reviewDocument');
  if (acting === undefined) return [];
  const { stages, interrupts } = input.definition;
  const papers = [
    ...stages.flatMap((stage) => stage.requirements),
    ...interrupts.flatMap((each) => each.papers ?? []),
  ];
  const seen = new Set(
    ofType(effectiveFacts(input.streams.application), 'document.reviewed').map(({ body }) => body.document),
  );
  return lastVersions(input)
    .filter(({ body }) => !seen.has(body.document))
    .flatMap(({ body: { requirement, document } }) => {
      const paper = papers.find((each) => each.id === requirement);
      return paper?.kind === 'document' && paper.review
        ? [{ requirement, label: paper.label, document, acting }]
        : [];
    });
}

function lastVersions({ streams }: PermittedInput) {
  const filed = ofType(effectiveFacts(streams.application), 'document.filed');
  return filed.filter((each, n) => filed.findLastIndex((other) => isSameThing(other.body, each.body)) === n);
}
