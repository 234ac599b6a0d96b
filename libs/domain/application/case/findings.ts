import { closure } from '#domain/call/closure.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { cupMessage } from '#domain/cup/cup-conflict.js';
import { checkCup } from '#domain/cup/cup.js';
import { isOfSame } from '#domain/fact/asked-of.js';
import type { FindingCode } from '#domain/fact/fact-kinds.js';
import { type Fact, type FactOf, momentOf, ofType, textOf } from '#domain/fact/fact.js';
import { euroInWords } from '#domain/money/money.js';
import { DESK } from '#domain/people/seat.js';
import type { Missing } from './requirement-state.js';

type Raised = FactOf<'finding.raised'>;
type Act = FactOf<'milestone.recorded'>;

/** Something about an act that somebody must clear up: nothing is refused because of it (docs/adr/0021). */
export interface Finding {
  /** What `finding.resolved` names. */
  id: string;
  code: FindingCode;
  /** What is wrong and what to do. */
  sentence: string;
  cup?: string;
  /** Human number of the other application, where it is about one. */
  number?: string;
  cents?: number;
  against?: number;
  /** The act does not count until somebody answers. */
  holds?: true;
}

/** What is to be cleared up, in few words and without numbers: the reader may not see the other application. */
export const FINDING: Readonly<Record<FindingCode, string>> = {
  'CUP-06': 'il CUP ha un anno insolito',
  'CUP-07': 'il CUP comincia con una lettera insolita',
  'CUP-11': "il CUP è anche su un'altra candidatura attiva del Comune",
  'CUP-12': 'il CUP risulta di un altro ente',
  'DENARO-01': 'l’importo concesso non è quello stimato',
  'DENARO-02': 'l’importo incassato non è quello concesso',
  'INVIO-01': 'risulta inviata, ma il Comune aveva detto di no',
  'INVIO-02': 'c’è un’altra candidatura attiva per lo stesso avviso',
};

/** Findings that nobody has answered yet, about acts that still count: an act that was put right takes them with it. */
export function openFindings(facts: readonly Fact[]): Raised[] {
  const resolved = ofType(facts, 'finding.resolved');
  const raised = ofType(facts, 'finding.raised').filter(({ body: { by } }) =>
    facts.some(({ id }) => id === by),
  );
  return raised.filter(
    ({ seq, body }, n) =>
      !resolved.some((each) => each.body.finding === body.finding && each.seq > seq) &&
      raised.findLastIndex((each) => each.body.finding === body.finding) === n,
  );
}

/** @param held acts that do not count now. */
export function findingOf(
  { finding, with: number, by, holds: _holds, ...shown }: Raised['body'],
  held: readonly Act[],
): Finding {
  return {
    id: finding,
    ...shown,
    ...(number === undefined ? {} : { number }),
    sentence: sentenceOf(shown, number),
    ...(held.some(({ id }) => id === by) ? { holds: true as const } : {}),
  };
}

/** What is wrong and what to do; where the other application is not to be named, without its number. */
export function sentenceOf(
  { code, cup = '', cents = 0, against = 0 }: Pick<Raised['body'], 'code' | 'cup' | 'cents' | 'against'>,
  number?: string,
): string {
  const act = 'controlla l’atto e correggi l’importo, oppure scrivi il motivo.';
  switch (code) {
    case 'CUP-06':
    case 'CUP-07': {
      // Whatever the year in which it was recorded: it is unusual in some of them.
      const doubt =
        checkCup(cup, { latestYear: 0 }).doubts.find((each) => each.code === code)?.message ?? cup;
      return `${doubt} Se è giusto scrivi il motivo, altrimenti correggilo.`;
    }
    case 'CUP-11':
    case 'CUP-12':
      return `${cupMessage(code, cup)}${number === undefined ? '' : ` L’altra candidatura è la ${number}.`}`;
    case 'DENARO-01':
      return `L’atto concede ${euroInWords(cents)}, la stima era ${euroInWords(against)}: ${act}`;
    case 'DENARO-02':
      return `Risultano incassati ${euroInWords(cents)}, l’atto concedeva ${euroInWords(against)}: ${act}`;
    case 'INVIO-01':
      return 'Risulta inviata con la sua prova, ma il Comune aveva detto di no: chiedi al Comune, poi correggi quello che non è vero, oppure scrivi il motivo.';
    case 'INVIO-02':
      return (
        `Ci sono due candidature attive per lo stesso avviso: questa${number === undefined ? '' : ` e la ${number}`}. ` +
        'Guarda sulle prove di quale sono gli atti: quelli dell’altra annullali qui e registrali là; poi chiudi quella che non vale, oppure scrivi il motivo.'
      );
    default:
      return code satisfies never;
  }
}

/**
 * Acts that do not count yet, because what they show is still open. A later act of the funder with its proof overtakes
 * that: what it built upon is so, and the finding is left to be cleared up.
 */
export function heldActs(definition: CallDefinition, facts: readonly Fact[]): Act[] {
  const acts = ofType(facts, 'milestone.recorded');
  const held = new Set(openFindings(facts).flatMap(({ body }) => (body.holds === true ? [body.by] : [])));
  return acts.filter((act) => held.has(act.id) && !isOvertaken(act, acts, definition));
}

function isOvertaken(held: Act, acts: readonly Act[], { stages }: CallDefinition): boolean {
  const own = stages.find((stage) => stage.requirements.some(({ id }) => id === held.body.milestone));
  if (own === undefined) return false;
  const exits = (id: string) => stages.find((each) => each.id === id)?.exits.map(({ to }) => to) ?? [];
  const after = closure(exits(own.id), exits);
  const funders = stages
    .filter(({ id, party }) => after.has(id) && id !== own.id && party === 'funder')
    .flatMap(({ requirements }) => requirements.map(({ id }) => id));
  return acts.some(
    ({ body, ...act }) =>
      funders.includes(body.milestone) &&
      body.proof !== undefined &&
      textOf(momentOf(act)) > textOf(momentOf(held)),
  );
}

/** What a held act would have met is there and waits for the office. */
export function underFinding(needs: readonly Missing[], held: readonly Act[]): Missing[] {
  return needs.map((need) => {
    const act = held.find(
      ({ body }) =>
        body.milestone === need.requirement.id && isOfSame(body, need) && need.status === 'missing',
    );
    return act === undefined ? need : { ...need, status: 'inReview', upTo: [...DESK], since: momentOf(act) };
  });
}

/** The act that carries the case's CUP. */
export function cupAct(facts: readonly Fact[]): Act | undefined {
  return ofType(facts, 'milestone.recorded').findLast(
    ({ body }) => body.of === undefined && body.data['cup'] !== undefined && body.data['cup'] !== '',
  );
}
