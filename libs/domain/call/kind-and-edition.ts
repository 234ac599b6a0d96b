import type { CallDefinition, InterruptDefinition, TermDefinition } from './definition.js';
import type { Source } from './source.js';

/** What the act of one call says of it; the next call of the same kind says other things here. */
const OF_THE_EDITION = [
  'title',
  'shortTitle',
  'opening',
  'amounts',
  'invitation',
  'cupTemplate',
] as const satisfies (keyof CallDefinition)[];

/** Of a term's rule: the days that the act names, and how else its words can be read. */
const OF_THE_ACT = ['date', 'cap', 'readings'] as const satisfies (keyof Rule)[];

/** A date that a call sets has its hour beside it, or none; the hour of a term that is counted is of the kind. */
const OF_A_DATE = [...OF_THE_ACT, 'cutOff', 'wholeDay'] as const;

type Rule = TermDefinition['rule'];
type InterruptTerm = NonNullable<InterruptDefinition['term']>;
type Limits = Omit<CallDefinition['eligibility'], 'kinds'>;

/** How calls of one kind go, whatever the year: stages, papers, what is counted from what. It holds no title and no euro. */
export interface CallKind extends Omit<
  CallDefinition,
  (typeof OF_THE_EDITION)[number] | 'eligibility' | 'terms' | 'interrupts'
> {
  /** Which bodies it is for; how many people live there is the edition's. */
  eligibility: Pick<CallDefinition['eligibility'], 'kinds'>;
  terms: OfKind<TermDefinition>[];
  interrupts: (Omit<InterruptDefinition, 'source' | 'term'> & { term?: OfKind<InterruptTerm> })[];
}

type OfKind<T extends InterruptTerm> = Omit<T, 'rule' | 'source'> & {
  rule: Omit<Rule, (typeof OF_A_DATE)[number]> & Partial<Pick<Rule, 'cutOff'>>;
};

/** One call of a kind, as its act has it: name, opening, ends, amounts, and where each thing is written. */
export interface CallEdition extends Pick<CallDefinition, (typeof OF_THE_EDITION)[number]> {
  eligibility: Limits;
  /** By the term's id, those of interrupts too. */
  terms: Record<string, EditionTerm>;
  /** Where it is written that an interrupt may happen, by its id. */
  interrupts: Record<string, Source>;
}

export interface EditionTerm extends Partial<Pick<Rule, (typeof OF_A_DATE)[number]>> {
  source: Source;
}

/**
 * The definition of a call: its kind as this edition fills it.
 * @throws Error for an edition of another kind, which says nothing of one of its terms.
 */
export function resolve(kind: CallKind, edition: CallEdition): CallDefinition {
  const { eligibility, terms, interrupts, ...call } = edition;
  const filled = <T extends InterruptTerm>(term: OfKind<T>): T => {
    const said = terms[term.id];
    const cutOff = said?.cutOff ?? term.rule.cutOff;
    if (said === undefined || cutOff === undefined) {
      throw new Error(`edition "${edition.title}" of ${kind.id} does not say when term ${term.id} ends`);
    }
    const { source, ...ofAct } = said;
    // The rest of a term is as it was taken apart; TypeScript does not see it through a type parameter.
    return { ...term, rule: { ...term.rule, ...ofAct, cutOff }, source } as unknown as T;
  };
  return {
    ...kind,
    ...call,
    eligibility: { ...kind.eligibility, ...eligibility },
    terms: kind.terms.map((term) => filled<TermDefinition>(term)),
    interrupts: kind.interrupts.map(({ term, ...interrupt }) => {
      const source = interrupts[interrupt.id];
      return {
        ...interrupt,
        ...(source === undefined ? {} : { source }),
        ...(term === undefined ? {} : { term: filled<InterruptTerm>(term) }),
      };
    }),
  };
}

/** Takes a whole definition apart into its kind and its edition; `resolve` puts the same together again. */
export function apart(definition: CallDefinition): { kind: CallKind; edition: CallEdition } {
  const [call, { eligibility, terms, interrupts, ...common }] = divide(definition, OF_THE_EDITION);
  const [{ kinds }, limits] = divide(eligibility, ['kinds']);
  const all = [...terms, ...interrupts.flatMap(({ term }) => term ?? [])];
  return {
    kind: {
      ...common,
      eligibility: { kinds },
      terms: terms.map(ofKind),
      interrupts: interrupts.map(({ source: _source, term, ...interrupt }) => ({
        ...interrupt,
        ...(term === undefined ? {} : { term: ofKind(term) }),
      })),
    },
    edition: {
      ...call,
      eligibility: limits,
      terms: Object.fromEntries(all.map((term) => [term.id, ofEdition(term)])),
      interrupts: Object.fromEntries(
        interrupts.flatMap(({ id, source }) => (source === undefined ? [] : [[id, source]])),
      ),
    },
  };
}

function ofKind<T extends InterruptTerm>({ rule, source: _source, ...term }: T): OfKind<T> {
  const [, counted] = divide(rule, ofAct(rule));
  return { ...term, rule: counted };
}

function ofEdition({ rule, source }: InterruptTerm): EditionTerm {
  return { ...divide(rule, ofAct(rule))[0], source };
}

function ofAct({ unit }: Rule): readonly (typeof OF_A_DATE)[number][] {
  return unit === 'fixed' ? OF_A_DATE : OF_THE_ACT;
}

/** Some fields of an object, and the others; what is absent stays absent. */
function divide<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): [Pick<T, K>, Omit<T, K>] {
  const isOne = ([key]: [string, unknown]) => (keys as readonly PropertyKey[]).includes(key);
  const entries = Object.entries(whole);
  return [
    Object.fromEntries(entries.filter(isOne)) as Pick<T, K>,
    Object.fromEntries(entries.filter((entry) => !isOne(entry))) as Omit<T, K>,
  ];
}
