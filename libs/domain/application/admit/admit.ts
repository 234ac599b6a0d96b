import { readApprovalId } from '#domain/approval/approval-id.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import { askedBy } from '#domain/call/requirement.js';
import { epochMs, instantOf, isLocalDate, localAt, type LocalDate } from '#domain/calendar/local-date.js';
import { isOfSame, isSameThing, onlyOf } from '#domain/fact/asked-of.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { ApplicationOpened } from '#domain/fact/fact-kinds.js';
import { type Fact, type FactOf, type NewFact, ofType } from '#domain/fact/fact.js';
import { admitAmendment, unknownTerm } from '#domain/call/admit-amendment.js';
import { scenarioIn } from '#domain/scenario/scenario-in.js';
import { refusedAfterEnd } from './admit-after-end.js';
import { admitMilestone, admitOrder, alreadyRecorded } from './admit-milestone.js';
import { readCase, type Streams } from '../case/case.js';
import { isFatal } from '../case/debts.js';
import { isThing } from '../case/requirement-state.js';
import { stagesAsking } from '../case/worked-on.js';
import type { Finding } from '../case/findings.js';
import type { Refused } from '#domain/fact/refused.js';
import { isUsedUp } from '../case/used-up.js';

/**
 * Whether a fact may be put on record. Facts of the outside world are never refused for their order (a decree
 * registered before the CUP is true all the same); what is refused is what cannot be true, was not asked for, or says
 * a second time what no stage will ask for again.
 *
 * @returns the first reason to refuse, or undefined.
 */
export function admit(
  fact: NewFact,
  definition: CallDefinition,
  streams: Streams,
  now: number,
): Refused | undefined {
  const theCase = readCase(definition, streams);
  const opened = ofType(streams.application, 'application.opened')[0];
  if (opened !== undefined && !namesParticipant(fact, opened.body)) {
    return {
      code: 'FATTO-15',
      detail:
        'L’ente indicato non partecipa a questa candidatura: scegline uno di quelli elencati nella pagina.',
    };
  }
  const at = instantOf(fact.legalDate, fact.legalTime ?? '00:00:00');
  if (!at.ok) return { code: at.code, detail: at.message };
  if (epochMs(at.instant) > now) {
    return { code: 'FATTO-01', detail: 'La data è nel futuro: scrivi il giorno in cui è successo davvero.' };
  }
  if (opened !== undefined && fact.type !== 'term.amended' && fact.legalDate < earliest(definition, opened)) {
    return {
      code: 'FATTO-02',
      detail: `La data viene prima dell'inizio della candidatura: controlla il giorno e l'anno.`,
    };
  }
  if (fact.corrects !== undefined) {
    const wrong = streams.application.find((each) => each.id === fact.corrects);
    if (wrong === undefined)
      return {
        code: 'FATTO-03',
        detail: 'Il fatto da correggere non è in questa candidatura: riapri la storia e sceglilo di nuovo.',
      };
    if (streams.application.some((each) => each.corrects === fact.corrects)) {
      return {
        code: 'FATTO-04',
        detail: 'Questo fatto è già stato corretto: correggi la versione più recente.',
      };
    }
    if (fact.type !== 'fact.voided' && fact.type !== wrong.type) {
      return {
        code: 'FATTO-05',
        detail: 'Una correzione deve essere dello stesso tipo del fatto sbagliato.',
      };
    }
  }
  if (fact.type === 'fact.voided') {
    const voided = streams.application.find((each) => each.id === fact.corrects);
    if (voided === undefined || voided.type === 'application.opened') {
      return {
        code: 'FATTO-09',
        detail:
          'Scegli nella storia il fatto da annullare; l’apertura non si annulla: chiudi la candidatura.',
      };
    }
    if (voided.type === 'application.closed') return undefined;
  }
  if (fact.type === 'talk.logged') return admitTalk(fact.body, definition);
  if (theCase.closed !== undefined && theCase.closed.neverAnswered === undefined) {
    return {
      code: 'CASO-01',
      detail: 'La candidatura è chiusa: se serve riaprirla, annulla prima la chiusura.',
    };
  }
  const late = refusedAfterEnd(fact, definition, theCase, now);
  if (late !== undefined) return late;
  switch (fact.type) {
    case 'document.filed':
      return admitFiling(fact.body, theCase, streams);
    case 'document.reviewed':
      return admitReview(fact, theCase, streams);
    case 'milestone.recorded':
      return (
        admitMilestone(fact, definition, theCase, opensAgain(fact, definition, theCase, streams)) ??
        admitOrder(fact, definition, streams, theCase) ??
        (fact.corrects === undefined &&
        theCase.resend?.milestone !== fact.body.milestone &&
        isUsedUp(fact, definition, streams.application)
          ? alreadyRecorded(fact.body.milestone, definition)
          : undefined)
      );
    case 'approval.answered':
      return admitApproval(fact.body, theCase);
    case 'term.amended':
      return (
        unknownTerm(fact.body.term, definition) ?? admitAmendment(fact.body, theCase.terms, localAt(now).date)
      );
    case 'promise.made':
      return admitPromise(fact.body.until, fact.legalDate);
    case 'finding.resolved':
      return admitResolution(fact.body, theCase.findings);
    case 'scenario.chosen':
      return scenarioIn(streams.application)?.body.scenario === fact.body.scenario &&
        fact.corrects === undefined
        ? { code: 'FATTO-14', detail: 'È già scritto così: scegli un altro scenario, o lascia com’è.' }
        : undefined;
    case 'reminder.answered':
      return unknownThing(fact.body, definition);
    case 'call.launched':
    case 'call.withdrawn':
    case 'call.fundsExhausted':
    case 'application.opened':
    case 'application.closed':
    case 'outside.checked':
    case 'fact.voided':
    case 'finding.raised':
    case 'term.lapsed':
    case 'term.reinstated':
    case 'silence.recorded':
      return undefined;
    default:
      return fact satisfies never;
  }
}

/** A proof that a comune sent which had said no: the case goes on, and which of the two is so is cleared up. */
function opensAgain(
  fact: NewFact,
  definition: CallDefinition,
  theCase: CaseView,
  { call, application }: Streams,
): boolean {
  if (theCase.endedByNo !== true) return false;
  const seq = (application.at(-1)?.seq ?? 0) + 1;
  const trial = { ...fact, id: 'trial', seq, recordedAt: '' } as Fact;
  return !readCase(definition, { call, application: [...application, trial] }).ended;
}

/** An act may precede the opening here, but not the call itself. */
function earliest(definition: CallDefinition, opened: FactOf<'application.opened'>): LocalDate {
  return definition.opening < opened.legalDate ? definition.opening : opened.legalDate;
}

type CaseView = ReturnType<typeof readCase>;

/** A body is named only where it takes part and is not the applicant, which has no other spelling. */
function namesParticipant({ body }: NewFact, { applicant, participants }: ApplicationOpened): boolean {
  const of = 'of' in body ? body.of : 'about' in body ? body.about?.of : undefined;
  return of === undefined || (of !== applicant && participants.includes(of));
}

function admitFiling(
  body: FactOf<'document.filed'>['body'],
  theCase: CaseView,
  { application }: Streams,
): Refused | undefined {
  const bodies = ofType(application, 'application.opened')[0]?.body;
  if (theCase.ended)
    return { code: 'CASO-02', detail: 'La candidatura è conclusa: non servono altri documenti.' };
  const asked = [
    ...stagesAsking(theCase).flatMap((stage) => stage.requirements),
    ...theCase.open.flatMap((each) => each.definition.papers ?? []),
  ].some(
    (each) =>
      each.kind === 'document' &&
      each.id === body.requirement &&
      (bodies === undefined || askedBy(each, bodies).some((of) => isOfSame(of, body))),
  );
  if (asked) return undefined;
  return {
    code: 'DOC-101',
    detail: `Questo documento non è richiesto nel passo «${theCase.stage.label}»: guarda in «Adesso» che cosa manca.`,
  };
}

function admitReview(
  { body, legalDate }: Pick<FactOf<'document.reviewed'>, 'body' | 'legalDate'>,
  theCase: CaseView,
  streams: Streams,
): Refused | undefined {
  if (body.verdict === 'returned' && (body.reason ?? '').trim() === '') {
    return {
      code: 'DOC-104',
      detail: 'Manca il motivo: scrivi che cosa va corretto, lo legge chi ha caricato il documento.',
    };
  }
  const facts = effectiveFacts(streams.application);
  const last = ofType(facts, 'document.filed').findLast((each) => isSameThing(each.body, body));
  if (last?.body.document !== body.document) {
    return {
      code: 'DOC-102',
      detail: 'Nel frattempo è arrivata una versione più recente: apri quella e controllala.',
    };
  }
  if (ofType(facts, 'document.reviewed').some((each) => each.body.document === body.document)) {
    return {
      code: 'DOC-103',
      detail: 'Il documento è già stato controllato da un’altra persona: guarda la storia.',
    };
  }
  return admitDate(body, theCase, legalDate);
}

/** A paper that had to exist before an official act is accepted by its own date; a younger one by a person's reason. */
function admitDate(
  { verdict, dated, reason, ...thing }: FactOf<'document.reviewed'>['body'],
  { debts }: CaseView,
  today: LocalDate,
): Refused | undefined {
  const debt = debts.find((each) => isThing(each, { requirement: thing.requirement, ...onlyOf(thing) }));
  if (verdict !== 'accepted' || debt === undefined || !isFatal(debt)) return undefined;
  const act = dayOfMonthInWords(debt.notAfter, { year: true });
  if (dated === undefined || dated > today) {
    return {
      code: 'DOC-105',
      detail: `Manca la data che porta l’atto: scrivila come sta sul documento. Conta se è entro il ${act}.`,
    };
  }
  if (dated <= debt.notAfter || (reason ?? '').trim() !== '') return undefined;
  return {
    code: 'DOC-106',
    detail: `L’atto è del ${dayOfMonthInWords(dated, { year: true })}, dopo il ${act}: da solo non basta. Per accettarlo lo stesso scrivi perché vale.`,
  };
}

function admitPromise(until: LocalDate, made: LocalDate): Refused | undefined {
  if (isLocalDate(until) && until >= made) return undefined;
  return {
    code: 'PROM-01',
    detail: `Il giorno promesso «${until}» non esiste o viene prima della promessa: scrivilo come 2026-09-29.`,
  };
}

function admitApproval(body: FactOf<'approval.answered'>['body'], theCase: CaseView): Refused | undefined {
  if (body.verdict === 'returned' && (body.reason ?? '').trim() === '') {
    return { code: 'APPR-03', detail: 'Manca il motivo: scrivi che cosa va cambiato prima del via libera.' };
  }
  const given = readApprovalId(body.approval);
  const thing = { requirement: given?.requirement ?? '', ...onlyOf(body) };
  const asked = [...theCase.needs, ...theCase.debts].find(
    (each) => each.requirement.kind === 'approval' && isThing(each, thing),
  );
  if (asked === undefined) {
    return {
      code: 'APPR-01',
      detail: 'Questo via libera non è richiesto adesso, o è già stato dato: guarda la storia.',
    };
  }
  if (!asked.upTo.some(({ role }) => role === given?.role)) {
    return {
      code: 'APPR-02',
      detail: 'Non tocca ancora a questo ruolo, o ha già risposto: guarda a chi tocca.',
    };
  }
  return undefined;
}

function admitResolution(
  body: FactOf<'finding.resolved'>['body'],
  findings: readonly Finding[],
): Refused | undefined {
  if (findings.some((each) => each.id === body.finding)) return undefined;
  return {
    code: 'FATTO-10',
    detail: 'Questa segnalazione non c’è, o è già stata chiarita: ricarica la pagina della candidatura.',
  };
}

/** A note is written at any time, also when all is over; a call says how it went. */
function admitTalk(body: FactOf<'talk.logged'>['body'], definition: CallDefinition): Refused | undefined {
  if ((body.kind === 'phone') !== (body.outcome !== undefined)) {
    return {
      code: 'TALK-01',
      detail: 'Di una telefonata scrivi se ha risposto qualcuno; una nota non ha esito.',
    };
  }
  return unknownThing(body.about ?? {}, definition);
}

/** What an answer or a call is about must be something that the call knows. */
function unknownThing(
  { term, requirement }: { term?: string; requirement?: string },
  definition: CallDefinition,
): Refused | undefined {
  const asked = [
    ...definition.stages.flatMap((stage) => stage.requirements),
    ...papersOf(definition),
    ...milestonesOf(definition),
  ];
  if (requirement !== undefined && !asked.some((each) => each.id === requirement)) {
    return {
      code: 'TALK-02',
      detail: `L’avviso non chiede «${requirement}»: scegli una delle cose che mancano nella pagina.`,
    };
  }
  return term === undefined ? undefined : unknownTerm(term, definition);
}
