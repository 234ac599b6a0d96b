import { type Fact, type FactOf, type Moment, momentOf, ofType } from './fact.js';

/** A number, date or word that an act brought. */
export interface RecordedValue {
  milestone: string;
  name: string;
  value: string | number;
  /** Which time the act brought it, by legal moment: a second payment stands beside the first. */
  round: number;
  fact: string;
  at: Moment;
}

/** Every value of the applicant's on record, in the order of the facts; what was left empty is none. */
export function recordedValues(facts: readonly Fact[]): RecordedValue[] {
  const acts = ofType(facts, 'milestone.recorded').filter(({ body }) => body.of === undefined);
  return acts.flatMap((fact) =>
    Object.entries(fact.body.data)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({
        milestone: fact.body.milestone,
        name,
        value,
        round: acts.filter((each) => brings(each, fact, name) && !isAfter(each, fact)).length,
        fact: fact.id,
        at: momentOf(fact),
      })),
  );
}

/** The value last put on record under a name. */
export function latestValue(values: readonly RecordedValue[], name: string): string | number | undefined {
  return values.findLast((each) => each.name === name)?.value;
}

type Act = FactOf<'milestone.recorded'>;

function brings(each: Act, { body }: Act, name: string): boolean {
  return each.body.milestone === body.milestone && (each.body.data[name] ?? '') !== '';
}

/** By legal moment; two acts of one moment stand in the order of their ids, whenever they became known. */
function isAfter(a: Act, b: Act): boolean {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first === second ? a.id > b.id : first > second;
}

function placeOf(fact: Act): string {
  return `${fact.legalDate}T${fact.legalTime ?? '00:00:00'}`;
}
