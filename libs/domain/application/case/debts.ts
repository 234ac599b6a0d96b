import type { CallDefinition } from '#domain/call/definition.js';
import { ifOwedId } from '#domain/call/sources.js';
import { askedBy, type DebtWeight, type RequirementDefinition } from '#domain/call/requirement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import type { ApplicationOpened } from '#domain/fact/fact-kinds.js';
import type { Fact, FactOf } from '#domain/fact/fact.js';
import type { PathStep } from './path-step.js';
import { isThing, type Missing, needed } from './requirement-state.js';
import { sendingAct } from './sent.js';

/** Something that an official act went on without, and how heavy that is. */
export type Debt = Missing & (LightDebt | FatalDebt);

interface LightDebt {
  weight: Exclude<DebtWeight, 'fatal'>;
}

interface FatalDebt {
  weight: 'fatal';
  /** The act that went on without it, whose day the paper must not be younger than. */
  act: string;
  notAfter: LocalDate;
  /** It is the official sending itself. */
  sent: boolean;
  /** Somebody has read it where it is written; until then it is shown as fatal, and to be confirmed. */
  confirmed: boolean;
}

interface Read {
  confirmed: readonly string[];
  vain?: string;
}

/**
 * What steps asked for that an official act overtook (docs/adr/0019). A paper that two rounds asked for is owed once.
 *
 * @param read.confirmed names of the sources that the launch has confirmed.
 * @param read.vain an act that must be done again: what had to exist by then need only exist by that.
 */
export function debtsOf(
  path: readonly PathStep[],
  facts: readonly Fact[],
  bodies: ApplicationOpened,
  definition: CallDefinition,
  read: Read,
): Debt[] {
  const owed = path.flatMap((step) => {
    const act = step.left?.act;
    if (act === undefined) return [];
    const weigh = (each: Missing): Debt => ({
      ...each,
      ...weightOf(each.requirement, act, definition, read),
    });
    return needsOf(step, facts, bodies).map(weigh);
  });
  return owed.filter((debt, n) => {
    const thing = { requirement: debt.requirement.id, ...onlyOf(debt) };
    return !owed.slice(n + 1).some((later) => isThing(later, thing));
  });
}

export function isOvertaken({ left }: PathStep): boolean {
  return left?.act !== undefined;
}

export function isFatal(debt: Debt): debt is Missing & FatalDebt {
  return debt.weight === 'fatal';
}

export function needsOf(step: PathStep, facts: readonly Fact[], bodies: ApplicationOpened): Missing[] {
  return step.stage.requirements.flatMap((requirement) =>
    askedBy(requirement, bodies).flatMap((of) => needed(requirement, of, step, facts, bodies.applicant)),
  );
}

/**
 * What the definition says of it. Where it says nothing: what the platform takes, it had; of a paper of our own that the
 * office looks at, overtaken by the sending, nobody has read whether it may come later.
 */
function weightOf(
  requirement: RequirementDefinition,
  act: FactOf<'milestone.recorded'>,
  definition: CallDefinition,
  { confirmed, vain }: Read,
): LightDebt | FatalDebt {
  if (requirement.kind !== 'document') return { weight: 'curable' };
  const sent = act.body.milestone === sendingAct(definition);
  const fatal = { weight: 'fatal', act: act.id, notAfter: act.legalDate, sent } as const;
  const { ifOwed, place, review } = requirement;
  if (act.id === vain) return { weight: place === 'both' ? 'gate' : 'curable' };
  if (ifOwed !== undefined) {
    const isRead = ifOwed.source.confirmed || confirmed.includes(ifOwedId(requirement.id));
    if (!isRead) return { ...fatal, confirmed: false };
    return ifOwed.weight === 'fatal' ? { ...fatal, confirmed: true } : { weight: ifOwed.weight };
  }
  if (place === 'both') return { weight: 'gate' };
  return sent && review ? { ...fatal, confirmed: false } : { weight: 'curable' };
}
