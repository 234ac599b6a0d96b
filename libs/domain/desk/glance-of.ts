import { buttonOf } from '#domain/application/may/button.js';
import { type Case, waitsOutsideSince } from '#domain/application/case/case.js';
import { type Debt, isFatal } from '#domain/application/case/debts.js';
import { workedOn } from '#domain/application/case/worked-on.js';
import type { Wait } from '#domain/application/explain/explain.js';
import type { Coming } from '#domain/application/explain/next-words.js';
import { turnOf } from '#domain/application/case/whose-turn.js';
import { usualTimeOf } from '#domain/application/case/usual-time.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { placeOf, type RequirementDefinition } from '#domain/call/requirement.js';
import { isOfSame, isSameThing, onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { rolesOf, type Seat } from '#domain/people/seat.js';
import { amountOf } from './amount.js';
import type { Asked, Glance, GlanceNext, GlanceTerm, Phoned, Outside, QuickAnswer } from './glance.js';

/**
 * What lists keep of a case.
 * @param recorded facts of the application's stream, as recorded.
 * @param wait "Perché aspetta?" with the applicant's name, and what comes next.
 */
export function glanceOf(
  theCase: Case,
  recorded: readonly Fact[],
  { why, coming }: Pick<Wait, 'why' | 'coming'>,
): Glance {
  const facts = effectiveFacts(recorded);
  const { party, seats } = turnOf(theCase);
  const elsewhere = seats.filter((seat) => isElsewhere(seat, theCase));
  const interrupt = theCase.ended ? undefined : theCase.open.at(-1)?.definition.id;
  const asked = askedOf(theCase, facts);
  const terms = termsOf(theCase);
  const talk = talkOf(theCase, facts);
  const outside = outsideOf(theCase, facts);
  return {
    party,
    roles: rolesOf(seats.filter((seat) => !elsewhere.includes(seat))),
    ...(elsewhere.length === 0 ? {} : { elsewhere }),
    ...(interrupt === undefined ? {} : { interrupt }),
    outcome: outcomeOf(theCase),
    ...(theCase.resend === undefined ? {} : { resend: true as const }),
    suspended: theCase.overlays.includes('suspended'),
    overlays: overlaysOf(theCase),
    amount: amountOf(theCase),
    sentence: why,
    coming: coming.map((each) => comingAbout(theCase, each)),
    terms,
    asked,
    ...findingsOf(theCase),
    answers: answersOf(theCase, facts, asked, terms),
    ...(talk === undefined ? {} : { talk }),
    phoned: phonedOf(facts),
    ...(theCase.fundsExhausted === undefined ? {} : { fundsExhausted: theCase.fundsExhausted }),
    ...(outside === undefined ? {} : { outside }),
  };
}

/** In a body that takes part beside the applicant. */
function isElsewhere({ body }: Seat, { application: { applicant } }: Case): boolean {
  return body !== undefined && body !== applicant;
}

/** What comes next, with what it is about: the term's label, or the stage's where no term asks for it. */
function comingAbout({ terms, stage }: Case, { on, at, what, words }: Coming): GlanceNext {
  const about = terms.find((each) => each.id === what.term)?.label ?? stage.label;
  return {
    kind: what.kind,
    on,
    ...(at === undefined ? {} : { at }),
    words,
    ...onlyOf(what),
    about,
    ...(what.to === undefined ? {} : { to: what.to }),
    ...(what.decided === true ? { decided: true as const } : {}),
  };
}

function findingsOf({ findings }: Case): Pick<Glance, 'findings'> {
  if (findings.length === 0) return {};
  return {
    findings: findings.map(({ id, code, holds }) => ({ id, code, ...(holds === true ? { holds } : {}) })),
  };
}

/** "Done" is an end that the last stage led to by having been done; every other end came to nothing. */
function outcomeOf({ ended, closed, path }: Case): Glance['outcome'] {
  if (!ended) return 'running';
  return closed === undefined && path.at(-2)?.left?.outcome === 'done' ? 'done' : 'closed';
}

function overlaysOf({ overlays, open, resend }: Case): string[] {
  const words = overlays.map((each) => {
    if (each === 'suspended') return 'Sospesa';
    if (each === 'fundsExhausted') return 'Fondi esauriti';
    if (each === 'termPassed') return 'Termine passato: rimedio possibile';
    return open.find(({ definition }) => definition.id === each)?.definition.label ?? each;
  });
  return [...new Set([...words, ...(resend === undefined ? [] : ['Da inviare di nuovo'])])];
}

function termsOf({ terms, interrupts, stage }: Case): GlanceTerm[] {
  return terms.flatMap((term): GlanceTerm[] => {
    if (term.status === 'met') return [];
    const owner = interrupts.findLast((each) => each.definition.term?.id === term.id)?.definition;
    return [
      {
        id: term.id,
        round: term.round,
        label: term.label,
        official: term.official,
        peremptory: term.peremptory,
        ours: term.onLapse !== 'elapses' && (owner ?? stage).party !== 'funder',
        status: term.status,
        remediable: term.onLapse === 'remediable',
        end: term.term.end,
        cutOff: term.term.cutOff,
        safeEnd: term.term.safeEnd,
        meets: term.meets,
        ...(owner === undefined ? {} : { interrupt: owner.id }),
        was: term.term.history.slice(0, -1).map((each) => each.end),
      },
    ];
  });
}

function askedOf(theCase: Case, facts: readonly Fact[]): Asked[] {
  return workedOn(theCase).map((each) => {
    const { requirement, status, upTo, interrupt } = each;
    const thing = { requirement: requirement.id, ...onlyOf(each) };
    const owner = theCase.open.find(({ definition }) => definition.id === interrupt)?.definition;
    const filed = ofType(facts, 'document.filed').findLast(
      ({ body }) => requirement.kind === 'document' && isSameThing(body, thing),
    );
    const sentBack = ofType(facts, 'document.reviewed').findLast(
      ({ body }) => status === 'returned' && isSameThing(body, thing),
    );
    return {
      ...thing,
      kind: requirement.kind,
      label: requirement.label,
      place: placeOf(requirement),
      status,
      upTo: rolesOf(upTo),
      ours: theCase.missing.includes(each) && (owner ?? theCase.stage).party !== 'funder',
      ...owedOf(theCase.debts.find((debt) => debt === each)),
      ...(interrupt === undefined ? {} : { interrupt }),
      ...(requirement.kind === 'milestone' ? { button: buttonOf(requirement) } : {}),
      ...answersTo(requirement),
      ...(filed === undefined || status === 'missing'
        ? {}
        : {
            document: {
              id: filed.body.document,
              on: filed.legalDate,
              ...(filed.legalTime === undefined ? {} : { at: filed.legalTime.slice(0, 5) }),
              ...(filed.actor === undefined ? {} : { by: filed.actor }),
            },
          }),
      ...(sentBack === undefined ? {} : { because: sentBack.id }),
    };
  });
}

function owedOf(debt: Debt | undefined): Pick<Asked, 'owed' | 'fatal' | 'notAfter'> {
  if (debt === undefined) return {};
  return { owed: true, ...(isFatal(debt) ? { fatal: true, notAfter: debt.notAfter } : {}) };
}

function answersTo(requirement: RequirementDefinition): Pick<Asked, 'outcomes'> {
  if (requirement.kind !== 'milestone' || requirement.place !== 'here') return {};
  if (requirement.outcomes === undefined) return {};
  return { outcomes: requirement.outcomes.map(({ code, label }) => ({ code, label })) };
}

/** The latest answer of each person about each thing, while the thing is still asked. */
function answersOf(
  theCase: Case,
  facts: readonly Fact[],
  asked: readonly Asked[],
  terms: readonly GlanceTerm[],
): QuickAnswer[] {
  const answers = ofType(facts, 'reminder.answered').filter(({ body, legalDate }) => {
    if (theCase.ended) return false;
    const { requirement } = body;
    if (requirement !== undefined) {
      return asked.some((each) => isSameThing(each, { requirement, ...onlyOf(body) }));
    }
    if (body.term !== undefined) {
      return terms.some((each) => each.id === body.term && each.round === (body.round ?? each.round));
    }
    return legalDate >= theCase.since.date && asked.length > 0;
  });
  return answers
    .filter(
      ({ body }, n) =>
        !answers
          .slice(n + 1)
          .some(
            (later) =>
              later.body.person === body.person &&
              isOfSame(later.body, body) &&
              later.body.requirement === body.requirement &&
              later.body.term === body.term,
          ),
    )
    .filter((fact) => !wasPhoned(fact, facts))
    .map(({ id, legalDate, body: { answer, person, term, requirement, suggests, ...about } }) => ({
      fact: id,
      answer,
      person,
      on: legalDate,
      ...onlyOf(about),
      ...(term === undefined ? {} : { term }),
      ...(requirement === undefined ? {} : { requirement }),
      ...(suggests === undefined ? {} : { suggests }),
    }));
}

/** A call that reached somebody answers what was asked before it about the same thing, or by the same person. */
function wasPhoned(asking: ReturnType<typeof answerFacts>[number], facts: readonly Fact[]): boolean {
  const { person, term, requirement } = asking.body;
  return ofType(facts, 'talk.logged').some(
    ({ seq, body }) =>
      seq > asking.seq &&
      body.outcome === 'reached' &&
      (body.about === undefined
        ? (body.person ?? person) === person
        : isOfSame(body.about, asking.body) &&
          ((body.about.requirement !== undefined && body.about.requirement === requirement) ||
            (body.about.term !== undefined && body.about.term === term))),
  );
}

const answerFacts = (facts: readonly Fact[]) => ofType(facts, 'reminder.answered');

function phonedOf(facts: readonly Fact[]): Phoned[] {
  const latest = new Map<string, Phoned>();
  for (const { recordedAt, legalDate, body } of ofType(facts, 'talk.logged')) {
    if (body.outcome !== 'reached') continue;
    const about = { ...body.about, ...(body.person === undefined ? {} : { person: body.person }) };
    latest.set(JSON.stringify(body.about ?? null), { at: recordedAt, on: legalDate, ...about });
  }
  return [...latest.values()];
}

function talkOf({ talk }: Case, facts: readonly Fact[]): Glance['talk'] {
  if (talk === undefined) return undefined;
  const { fact, milestone, label, at, ...about } = talk;
  const promisedUntil = ofType(facts, 'promise.made')
    .filter((each) => isOfSame(each.body, about) && each.legalDate >= at.date)
    .map((each) => each.body.until)
    .reduce<LocalDate | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  return {
    fact,
    requirement: milestone,
    ...onlyOf(about),
    label,
    on: at.date,
    ...(promisedUntil === undefined ? {} : { promisedUntil }),
  };
}

function outsideOf(theCase: Case, facts: readonly Fact[]): Outside | undefined {
  const since = waitsOutsideSince(theCase);
  if (since === undefined) return undefined;
  const checked = ofType(facts, 'outside.checked')
    .map((each) => each.legalDate)
    .filter((on) => on >= since)
    .toSorted()
    .at(-1);
  const usual = theCase.open.length > 0 ? undefined : usualTimeOf(theCase);
  return {
    since,
    ...(checked === undefined ? {} : { checked }),
    ...(usual === undefined
      ? {}
      : {
          usual: {
            milestone: labelOf(theCase, usual.since),
            counted: usual.counted,
            from: usual.from,
            to: usual.to,
          },
        }),
  };
}

function labelOf({ path }: Case, milestone: string): string {
  const asked = path.flatMap(({ stage }) => stage.requirements).find((each) => each.id === milestone);
  return asked?.label ?? '';
}
