import { latestValue } from '#domain/fact/recorded-values.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { codeIn } from '#domain/call/field-code.js';
import { type FieldDefinition, fieldsFor, type MilestoneRequirement } from '#domain/call/requirement.js';
import { isLocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { isSameThing, onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { FactBodies } from '#domain/fact/fact-kinds.js';
import { type NewFactOf, ofType } from '#domain/fact/fact.js';
import type { Case, Streams } from '../case/case.js';
import type { Refused } from '#domain/fact/refused.js';

/** Whether a milestone may be put on record: known, with its outcome, its proof and its data. */
export function admitMilestone(
  { body, corrects }: NewFactOf<'milestone.recorded'>,
  definition: CallDefinition,
  theCase: Case,
  /** It came to an end, and with this act it goes on. */
  opensAgain: boolean,
): Refused | undefined {
  const correction = corrects !== undefined;
  const milestone = knownMilestone(body, definition);
  if ('code' in milestone) return milestone;
  // Who was closed without an answer may have sent: until the proof comes it is said, and opens nothing.
  const said = theCase.closed?.neverAnswered !== undefined && theCase.answerBy?.meets === milestone.id;
  if (milestone.proof && body.proof === undefined && !correction && !said) {
    return {
      code: 'PROVA-01',
      detail: `Per «${milestone.label}» serve la prova dell'atto ufficiale: carica la ricevuta, la PEC o la schermata.`,
      field: 'body.proof',
    };
  }
  if (theCase.ended && !correction && !opensAgain && theCase.stage.exits.length === 0) {
    return {
      code: 'CASO-02',
      detail: 'La candidatura è conclusa: per cambiarla correggi il fatto che l’ha conclusa.',
    };
  }
  for (const field of fieldsFor(milestone.fields, body.outcome)) {
    const refused = admitField(field, body.data[field.name]);
    if (refused !== undefined) return { ...refused, field: `body.data.${field.name}` };
  }
  const unknown = Object.keys(body.data).find(
    (name) => !milestone.fields.some((field) => field.name === name),
  );
  if (unknown !== undefined) {
    return {
      code: 'FATTO-08',
      detail: `Il dato «${unknown}» non è previsto per «${milestone.label}»: toglilo.`,
    };
  }
  return undefined;
}

/** A step that the call knows, with an outcome that it knows; as it is assumed in a preview too. */
export function knownMilestone(
  { milestone: id, outcome, of }: Omit<FactBodies['milestone.recorded'], 'data'>,
  definition: CallDefinition,
): MilestoneRequirement | Refused {
  const milestone = milestonesOf(definition).find((each) => each.id === id);
  if (milestone === undefined || (milestone.askedOf === undefined) !== (of === undefined)) {
    return { code: 'FATTO-06', detail: `L'avviso non prevede «${id}»: scegli uno dei passi elencati.` };
  }
  if (milestone.outcomes !== undefined && !milestone.outcomes.some((each) => each.code === outcome)) {
    const codes = milestone.outcomes.map((each) => each.label).join(', ');
    return { code: 'FATTO-07', detail: `Manca l'esito di «${milestone.label}»: scegli fra ${codes}.` };
  }
  return milestone;
}

/** What was done already and is not asked for again. */
export function alreadyRecorded(id: string, definition: CallDefinition): Refused {
  const label = milestonesOf(definition).find((each) => each.id === id)?.label ?? id;
  return {
    code: 'FATTO-11',
    detail: `«${label}» è già nella storia e non serve una seconda volta: se c’è un errore, correggi il fatto precedente.`,
  };
}

function admitField(field: FieldDefinition, value: string | number | undefined): Refused | undefined {
  if (value === undefined || value === '') {
    return field.required
      ? { code: 'DATO-01', detail: `Manca «${field.label}»: scrivilo e riprova.` }
      : undefined;
  }
  const problem = codeIn(field, String(value))?.problem;
  if (problem !== undefined) return { code: problem.code, detail: problem.message };
  switch (field.type) {
    case 'cup':
    case 'cig':
    case 'taxCode':
      return undefined;
    case 'date':
      return admitDate(field, String(value));
    case 'cents':
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? undefined
        : { code: 'DATO-03', detail: `«${field.label}» deve essere un numero intero, senza segno.` };
    case 'choice': {
      const { choices = [], label } = field;
      return choices.some((each) => each.code === value)
        ? undefined
        : {
            code: 'DATO-06',
            detail: `«${label}»: scegli fra ${choices.map((each) => each.label).join(', ')}.`,
          };
    }
    case 'text':
      return String(value).length <= 200
        ? undefined
        : { code: 'DATO-04', detail: `«${field.label}» è troppo lungo: al massimo 200 caratteri.` };
    default:
      return field.type satisfies never;
  }
}

function admitDate({ label, notBefore }: FieldDefinition, value: string): Refused | undefined {
  if (!isLocalDate(value)) {
    return { code: 'DATO-02', detail: `«${label}» deve essere una data, per esempio 2026-09-29.` };
  }
  if (notBefore === undefined || value >= notBefore) return undefined;
  const first = dayOfMonthInWords(notBefore, { year: true });
  return {
    code: 'DATO-05',
    detail: `«${label}»: l'avviso accetta date dal ${first}. Controlla il giorno e l'anno.`,
  };
}

/** An order of dates that the platform does not take either, until a paper gives the reason. */
export function admitOrder(
  fact: NewFactOf<'milestone.recorded'>,
  definition: CallDefinition,
  streams: Streams,
  { values }: Pick<Case, 'values'>,
): Refused | undefined {
  const asked = milestonesOf(definition).find((each) => each.id === fact.body.milestone);
  const first = asked?.notBefore === undefined ? undefined : latestValue(values, asked.notBefore.field);
  if (asked?.notBefore === undefined || typeof first !== 'string' || !isLocalDate(first)) return undefined;
  if (fact.legalDate >= first) return undefined;
  const { field, unless } = asked.notBefore;
  const filed = ofType(effectiveFacts(streams.application), 'document.filed');
  if (filed.some(({ body }) => isSameThing(body, { requirement: unless, ...onlyOf(fact.body) })))
    return undefined;
  const name = milestonesOf(definition)
    .flatMap((each) => each.fields)
    .find((each) => each.name === field)?.label;
  const papers = definition.stages.flatMap((stage) => stage.requirements);
  const paper = papers.find((each) => each.id === unless)?.label ?? unless;
  return {
    code: 'FATTO-13',
    detail: `«${asked.label}» viene prima di «${name ?? field}» (${dayOfMonthInWords(first, { year: true })}): la piattaforma lo blocca. Carica prima «${paper}».`,
  };
}
