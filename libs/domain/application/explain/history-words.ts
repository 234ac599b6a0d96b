import { inSentence } from '#domain/italian/sentence.js';
import { sentenceOf } from '../case/findings.js';
import { readApprovalId } from '#domain/approval/approval-id.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords, inWords } from '#domain/calendar/words.js';
import { SCENARIO_WORDS } from '#domain/scenario/scenario-words.js';
import type { FactBodies } from '#domain/fact/fact-kinds.js';
import type { NewFact } from '#domain/fact/fact.js';
import { euroInWords } from '#domain/money/money.js';
import { roleInWords } from '#domain/people/role-words.js';

/** Names that facts do not carry. */
export interface FactNames {
  person: (id: string) => string;
  body: (id: string) => string;
}

/** What happened, as one Italian sentence without a reason: what people wrote stands beside it. */
export function factSentence(definition: CallDefinition, fact: NewFact, names: FactNames): string {
  switch (fact.type) {
    case 'call.launched':
      return fact.body.confirmed.length === 0
        ? 'Avviso avviato.'
        : `Avviso avviato; confermato dall’ufficio: ${fact.body.confirmed.map((id) => sourceLabel(definition, id)).join(', ')}.`;
    case 'call.withdrawn':
      return fact.body.told === true
        ? 'Avviso ritirato: le candidature finiscono qui; chi aveva ricevuto e-mail lo sa con una sola e-mail.'
        : 'Avviso ritirato prima delle prime e-mail: le candidature finiscono qui.';
    case 'call.fundsExhausted':
      return `Fondi dell’avviso esauriti dal ${dayOfMonthInWords(fact.body.actDate, { year: true })} (${fact.body.act}): per le candidature non inviate decide l’ufficio con i Comuni.`;
    case 'application.opened': {
      const { applicant, amountCents, attempt } = fact.body;
      const again = attempt > 1 ? `, ${attempt}ª volta` : '';
      return `Candidatura aperta per ${names.body(applicant)}${again}: importo stimato ${euroInWords(amountCents)}.`;
    }
    case 'document.filed':
      return `Caricato: ${paperLabel(definition, fact.body.requirement)}.`;
    case 'document.reviewed': {
      const label = paperLabel(definition, fact.body.requirement);
      const dated =
        fact.body.dated === undefined
          ? ''
          : `, con data ${dayOfMonthInWords(fact.body.dated, { year: true })}`;
      return fact.body.verdict === 'accepted'
        ? `Controllato, va bene: ${label}${dated}.`
        : `Controllato, da correggere: ${label}.`;
    }
    case 'milestone.recorded':
      return milestoneSentence(definition, fact.body);
    case 'approval.answered': {
      const asked = readApprovalId(fact.body.approval);
      const label = definition.stages
        .flatMap((stage) => stage.requirements)
        .find((each) => each.id === asked?.requirement)?.label;
      const who = asked === undefined ? '' : ` (${roleInWords(asked.role)})`;
      const what = label ?? asked?.requirement ?? fact.body.approval;
      return fact.body.verdict === 'given'
        ? `Via libera${who}: ${what}.`
        : `Rimandato indietro${who}: ${what}.`;
    }
    case 'outside.checked':
      return 'Controllata la piattaforma: nessuna novità.';
    case 'promise.made':
      return `${names.person(fact.body.person)} ha promesso di farlo entro ${inWords(fact.body.until, { year: true })}.`;
    case 'reminder.answered':
      return `${names.person(fact.body.person)} ha risposto ${ANSWERS[fact.body.answer]}${aboutWhat(definition, fact.body)}.`;
    case 'talk.logged':
      return talkSentence(definition, fact.body, names);
    case 'scenario.chosen':
      return `Chi fa cosa: ${SCENARIO_WORDS[fact.body.scenario].who} (scenario ${fact.body.scenario}).`;
    case 'finding.raised':
      return `Da chiarire: ${sentenceOf(fact.body)}`;
    case 'finding.resolved':
      return `Segnalazione ${fact.body.finding.split(':')[0]} ${fact.channel === 'engine' ? 'caduta' : 'chiarita'}.`;
    case 'fact.voided':
      return 'Annullato un fatto registrato per errore.';
    case 'application.closed':
      return 'Candidatura chiusa dall’ufficio.';
    case 'term.amended':
      return amendmentSentence(definition, fact.body);
    case 'term.lapsed':
      if (fact.body.closes !== undefined) {
        return `Chiusa: nessuna risposta entro la fine dell’avviso, ${day(fact.body.end)}. Se il Comune ha inviato in tempo, la prova la riapre.`;
      }
      return `Termine passato: ${termLabelIt(definition, fact.body.term)}, ${day(fact.body.end)}.`;
    case 'term.reinstated': {
      const because =
        fact.body.because === 'actInTime'
          ? 'l’atto era arrivato in tempo'
          : `il termine ora finisce ${day(fact.body.end)}`;
      return `Termine non più passato: ${termLabelIt(definition, fact.body.term)}, ${because}.`;
    }
    case 'silence.recorded':
      return `Nessuna risposta entro ${day(fact.body.end)}: è registrata come silenzio, non come un no.`;
    default:
      return fact satisfies never;
  }
}

const ANSWERS = {
  done: '«L’ho già fatto»',
  cannot: '«Non ci riesco, chiamatemi»',
  notMine: '«Non tocca a me»',
} as const;

/** "Telefonata: risponde Giulia Riviello, per: inserimento del CUP." */
function talkSentence(
  definition: CallDefinition,
  { kind, person, about, officeOnly, outcome }: FactBodies['talk.logged'],
  names: FactNames,
): string {
  const what = aboutWhat(definition, about ?? {});
  if (kind === 'note') return `Nota${officeOnly ? ' dell’ufficio' : ''}${what}.`;
  const who = person === undefined ? '' : ` ${names.person(person)}`;
  return outcome === 'reached'
    ? `Telefonata${who === '' ? ' riuscita' : `: risponde${who}`}${what}.`
    : `Telefonata senza risposta${who === '' ? '' : `:${who}`}${what}.`;
}

function aboutWhat(
  definition: CallDefinition,
  { term, requirement }: { term?: string; requirement?: string },
): string {
  if (requirement !== undefined) return `, per: ${paperLabel(definition, requirement)}`;
  return term === undefined ? '' : `, per: ${termLabelIt(definition, term)}`;
}

/** An answer is said as an answer; what opens or closes something over the stage has its own words. */
function milestoneSentence(
  definition: CallDefinition,
  { milestone, outcome, data }: FactBodies['milestone.recorded'],
): string {
  const asked = milestonesOf(definition).find((each) => each.id === milestone);
  const chosen = asked?.outcomes?.find((each) => each.code === outcome)?.label;
  const values = (asked?.fields ?? []).flatMap((field) => {
    const value = data[field.name];
    if (value === undefined || value === '') return [];
    const { label, type, choices = [] } = field;
    const words =
      type === 'cents' && typeof value === 'number'
        ? euroInWords(value)
        : type === 'date'
          ? dayOfMonthInWords(value as LocalDate, { year: true })
          : (choices.find((each) => each.code === value)?.label ?? String(value));
    return [`${label}: ${words}`];
  });
  const stage = definition.stages.find((each) => each.requirements.some(({ id }) => id === milestone));
  const what =
    stage?.wait === 'answer' && chosen !== undefined
      ? `Risposta del Comune: «${chosen}»`
      : `Registrato: ${asked?.label ?? milestone}${chosen === undefined ? '' : ` («${chosen}»)`}`;
  const [first = '', ...rest] = values;
  return values.length === 0 ? `${what}.` : `${what}. ${[first, ...rest.map(inSentence)].join('; ')}.`;
}

/** "Decreto n. 137/2024 proroga «chiusura dell'avviso» a venerdì 6 dicembre 2024, ore 18:00." */
function amendmentSentence(
  definition: CallDefinition,
  { act, kind, term, newEnd, newCutOff, from, to }: FactBodies['term.amended'],
): string {
  const label = `«${termLabelIt(definition, term)}»`;
  const end =
    newEnd === undefined ? '' : `${day(newEnd)}${newCutOff === undefined ? '' : `, ore ${newCutOff}`}`;
  switch (kind) {
    case 'extension':
      return `${act} proroga ${label}${end === '' ? '' : ` a ${end}`}.`;
    case 'reopening':
      return `${act} riapre ${label}${from === undefined ? '' : ` da ${day(from)}`}${end === '' ? '' : ` fino a ${end}`}.`;
    case 'suspension':
      return `${act} sospende ${label}${from === undefined ? '' : ` da ${day(from)}`}${to === undefined ? '' : ` a ${day(to)}`}.`;
    default:
      return kind satisfies never;
  }
}

/** Label of a term, of a stage or of an interrupt; its name where the definition does not know it. */
export function termLabelIt(definition: CallDefinition, id: string): string {
  const own = definition.interrupts.flatMap((each) => each.term ?? []);
  return [...definition.terms, ...own].find((each) => each.id === id)?.label ?? id;
}

function paperLabel(definition: CallDefinition, id: string): string {
  if (id === 'proof') return 'prova dell’atto ufficiale';
  const all = [...definition.stages.flatMap((stage) => stage.requirements), ...papersOf(definition)];
  return [...all, ...milestonesOf(definition)].find((each) => each.id === id)?.label ?? id;
}

function sourceLabel(definition: CallDefinition, id: string): string {
  return id === 'amounts' ? 'importi' : termLabelIt(definition, id);
}

function day(date: LocalDate): string {
  return inWords(date, { year: true });
}
