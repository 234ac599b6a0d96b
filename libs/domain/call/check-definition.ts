import { checkDebts } from './check-debts.js';
import { closure } from './closure.js';
import type { DefinitionFault, FaultCode } from './definition-faults.js';
import { checkRule } from '#domain/term/term.js';
import { type CallDefinition, milestonesOf, papersOf, PLACES, type TermDefinition } from './definition.js';
import type { RequirementDefinition } from './requirement.js';

/**
 * Proves of a definition what its form cannot say: every stage can be reached and ended, every term has a start and a
 * thing that meets it, every name means one thing. Loading refuses a definition with faults.
 */
export function checkDefinition(definition: CallDefinition): DefinitionFault[] {
  return [
    ...names(definition),
    ...exits(definition),
    ...reach(definition),
    ...terms(definition),
    ...rules(definition),
    ...restarts(definition),
    ...checkDebts(definition),
    ...amounts(definition),
    ...money(definition),
  ];
}

function names(definition: CallDefinition): DefinitionFault[] {
  const all = [
    ...definition.stages.map((each) => ['stage', each.id]),
    ...definition.terms.map((each) => ['term', each.id]),
    ...definition.interrupts.map((each) => ['interrupt', each.id]),
    ...definition.stages.flatMap((each) => each.requirements.map((r) => ['requirement', r.id])),
    ...definition.interrupts.flatMap((each) => [
      ['requirement', each.opens.id],
      ...(each.papers ?? []).map((paper) => ['requirement', paper.id]),
      ...each.closes.map((close) => ['requirement', close.milestone.id]),
      ...(each.term === undefined ? [] : [['term', each.term.id]]),
    ]),
  ].map((pair) => pair.join(' '));
  return [...new Set(all.filter((name, index) => all.indexOf(name) !== index))].map((name) => ({
    code: 'DEF-01' as const,
    at: name,
    message: `${name} is defined twice: rename one of the two.`,
  }));
}

/** Codes that a stage's requirements can produce. */
function outcomesOf(requirements: readonly RequirementDefinition[]): string[] {
  const codes = requirements.flatMap((each) =>
    each.kind === 'milestone' ? (each.outcomes ?? []).filter((o) => o.settles).map((o) => o.code) : [],
  );
  return codes.length > 0 ? codes : ['done'];
}

function exits(definition: CallDefinition): DefinitionFault[] {
  const ids = new Set(definition.stages.map((each) => each.id));
  return definition.stages.flatMap((stage) => {
    const faults: DefinitionFault[] = [];
    const at = `stage ${stage.id}`;
    for (const exit of stage.exits) {
      if (!ids.has(exit.to)) {
        faults.push({
          code: 'DEF-02',
          at,
          message: `exit "${exit.when}" leads to unknown stage ${exit.to}.`,
        });
      }
    }
    if (stage.exits.length === 0 && stage.wait !== 'end') {
      faults.push({ code: 'DEF-03', at, message: 'dead end: a stage without exits must have wait "end".' });
    }
    if (stage.exits.length > 0 && stage.wait === 'end') {
      faults.push({ code: 'DEF-03', at, message: 'waits for nothing but has exits: give it another wait.' });
    }
    faults.push(...endless(stage.requirements, at), ...orders(stage.requirements, definition, at));
    if (
      stage.exits.length > 0 &&
      stage.requirements.every((r) => r.kind === 'document' && r.optional === true)
    ) {
      faults.push({ code: 'DEF-04', at, message: 'asks for nothing: it would be left at once.' });
    }
    const places = [...stage.sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const fields = milestonesOf(definition).flatMap((each) => each.fields.map((f) => f.name));
    for (const place of places.filter((each) => ![...PLACES, ...fields].includes(each))) {
      faults.push({ code: 'DEF-23', at, message: `its sentence has an unknown place {${place}}.` });
    }
    const { usual } = stage;
    const named = usual === undefined ? [] : [usual.since, usual.until];
    if (usual !== undefined && !(usual.from <= usual.median && usual.median <= usual.to)) {
      faults.push({ code: 'DEF-21', at, message: 'usual days must ascend: from, median, to.' });
    }
    for (const id of named.filter((each) => !milestonesOf(definition).some((m) => m.id === each))) {
      faults.push({ code: 'DEF-21', at, message: `usual time names unknown milestone ${id}.` });
    }
    const lost = stage.requirements.flatMap((r) =>
      r.kind === 'milestone'
        ? r.fields.filter(
            (f) => f.forOutcome !== undefined && !r.outcomes?.some((o) => o.code === f.forOutcome),
          )
        : [],
    );
    for (const { name } of lost) {
      faults.push({
        code: 'DEF-24',
        at,
        message: `field ${name} goes with an outcome that its milestone has not.`,
      });
    }
    const deciding = stage.requirements.filter((r) => r.kind === 'milestone' && r.outcomes !== undefined);
    if (deciding.length > 1) {
      faults.push({ code: 'DEF-05', at, message: 'has two milestones with outcomes: one must decide.' });
    }
    if (stage.exits.length > 0) {
      for (const code of outcomesOf(stage.requirements)) {
        if (!stage.exits.some((exit) => exit.when === code || exit.when === 'done')) {
          faults.push({ code: 'DEF-06', at, message: `outcome "${code}" has no exit.` });
        }
      }
      for (const [index, exit] of stage.exits.entries()) {
        const twice = stage.exits.findIndex((each) => each.when === exit.when) !== index;
        const never = exit.when !== 'done' && !outcomesOf(stage.requirements).includes(exit.when);
        if (twice || never) {
          faults.push({ code: 'DEF-07', at, message: `exit "${exit.when}" can never be taken.` });
        }
      }
    }
    return faults;
  });
}

/** Requirements that nobody could ever fulfil. */
function endless(requirements: readonly RequirementDefinition[], at: string): DefinitionFault[] {
  return requirements.flatMap((each): DefinitionFault[] => {
    if (each.kind === 'milestone' && each.outcomes !== undefined && !each.outcomes.some((o) => o.settles)) {
      return [
        { code: 'DEF-16', at, message: `no outcome of ${each.id} settles it: it would wait for ever.` },
      ];
    }
    if (each.kind !== 'approval') return [];
    const answers = new Set(each.approvers).size;
    const needed = typeof each.rule === 'object' ? each.rule.quorum : 1;
    return answers === each.approvers.length && needed <= answers
      ? []
      : [{ code: 'DEF-17', at, message: `${each.id} needs more go-aheads than it has different approvers.` }];
  });
}

/** A milestone that may not lie before a date must name a date and a paper that somebody asks for. */
function orders(
  requirements: readonly RequirementDefinition[],
  definition: CallDefinition,
  at: string,
): DefinitionFault[] {
  const dates = milestonesOf(definition).flatMap((each) => each.fields.filter((f) => f.type === 'date'));
  const papers = papersOf(definition);
  return requirements.flatMap((each): DefinitionFault[] => {
    const { field, unless } = (each.kind === 'milestone' ? each.notBefore : undefined) ?? {};
    if (field === undefined || unless === undefined) return [];
    const known = dates.some((f) => f.name === field) && papers.some((paper) => paper.id === unless);
    const message = `${each.id} may not lie before ${field} unless ${unless}: a date and a paper must have these names.`;
    return known ? [] : [{ code: 'DEF-19', at, message }];
  });
}

function reach(definition: CallDefinition): DefinitionFault[] {
  const next = new Map(definition.stages.map((stage) => [stage.id, stage.exits.map((exit) => exit.to)]));
  const jumps = definition.interrupts.flatMap((each) => each.closes.flatMap((close) => close.to ?? []));
  const start = definition.stages[0]?.id;
  const reached = closure([...(start === undefined ? [] : [start]), ...jumps], (id) => next.get(id) ?? []);
  const ends = definition.stages.filter((stage) => stage.exits.length === 0).map((stage) => stage.id);
  const before = (id: string) => [...next].filter(([, to]) => to.includes(id)).map(([from]) => from);
  const ending = closure(ends, before);
  const faults: DefinitionFault[] = [];
  for (const { id } of definition.stages) {
    if (!reached.has(id)) faults.push({ code: 'DEF-08', at: `stage ${id}`, message: 'no path leads here.' });
    if (!ending.has(id)) {
      faults.push({ code: 'DEF-09', at: `stage ${id}`, message: 'no path leads from here to an end.' });
    }
  }
  for (const to of jumps) {
    if (!next.has(to)) faults.push({ code: 'DEF-02', at: 'interrupts', message: `unknown stage ${to}.` });
  }
  return faults;
}

function terms(definition: CallDefinition): DefinitionFault[] {
  const stages = new Map(definition.stages.map((each) => [each.id, each]));
  const milestones = milestonesOf(definition);
  return definition.terms.flatMap((term, index) => {
    const at = `term ${term.id}`;
    const faults: DefinitionFault[] = [];
    const fault = (code: FaultCode, message: string) => faults.push({ code, at, message });
    const never = neverStarts(definition, term, definition.terms.slice(0, index));
    if (never !== undefined) fault('DEF-10', `never starts: ${never}.`);
    if ('milestone' in term.start) {
      const { milestone, field, notBefore } = term.start;
      const asked = milestones.find((each) => each.id === milestone)?.fields ?? [];
      if (field !== undefined && !asked.some((f) => f.name === field && f.type === 'date' && f.required)) {
        fault('DEF-18', `starts with ${field}, which is no required date of ${milestone}.`);
      }
      if (notBefore !== undefined && !milestones.some((each) => each.id === notBefore)) {
        fault('DEF-18', `never starts before ${notBefore}, which no stage asks for.`);
      }
    }
    if ('fixed' in term.start && term.rule.unit !== 'fixed') {
      fault('DEF-11', 'starts with the call: its rule must have unit "fixed" and a date.');
    }
    const during = term.during.map((id) => stages.get(id));
    if (during.includes(undefined)) fault('DEF-12', 'runs in an unknown stage.');
    if (term.remindsDuring?.some((id) => !term.during.includes(id))) {
      fault('DEF-12', 'reminds in a stage where it does not run.');
    }
    const meeting = during.flatMap((stage) => stage?.requirements ?? []).find((r) => r.id === term.meets);
    if (term.meets !== 'all' && meeting === undefined) {
      fault('DEF-13', `nothing meets it: no stage in "during" asks for ${term.meets}.`);
    } else if (term.onLapse === 'elapses' && meeting?.kind !== 'milestone') {
      fault('DEF-13', 'when it elapses the engine records a milestone: "meets" must name one.');
    }
    return faults;
  });
}

/** Why a term can never start, if so: what starts it must be possible before a stage in which it runs. */
function neverStarts(
  definition: CallDefinition,
  { start, during }: TermDefinition,
  earlier: readonly TermDefinition[],
): string | undefined {
  if ('fixed' in start) return undefined;
  if ('term' in start) {
    return earlier.some((each) => each.id === start.term)
      ? undefined
      : `term ${start.term} must be listed before it`;
  }
  const { stages } = definition;
  const exits = (id: string) => stages.find((each) => each.id === id)?.exits.map((exit) => exit.to) ?? [];
  // A stage that starts a term may be the one in which it runs; a milestone ends the stage it belongs to.
  const next = 'stage' in start ? [start.stage] : afterMilestone(definition, start.milestone);
  if (next === undefined || ('stage' in start && !stages.some((each) => each.id === start.stage))) {
    return 'stage' in start
      ? `unknown stage ${start.stage}`
      : `nothing leads on from the milestone ${start.milestone}`;
  }
  const after = closure(next, exits);
  return during.some((id) => after.has(id)) ? undefined : 'no stage in "during" comes after what starts it';
}

/** Stages to which a milestone leads: the next ones of its stage, or the one that an interrupt jumps to. */
function afterMilestone({ stages, interrupts }: CallDefinition, milestone: string): string[] | undefined {
  const stage = stages.find((each) =>
    each.requirements.some((r) => r.kind === 'milestone' && r.id === milestone),
  );
  if (stage !== undefined) return stage.exits.map((exit) => exit.to);
  const close = interrupts.flatMap((each) => each.closes).find((each) => each.milestone.id === milestone);
  return close?.to === undefined ? undefined : [close.to];
}

/** A re-admission names a term that runs where it leads, and a date that its act must give. */
function restarts({ terms: all, interrupts }: CallDefinition): DefinitionFault[] {
  return interrupts.flatMap(({ id, closes }) =>
    closes.flatMap(({ milestone, to = '', restarts: again }): DefinitionFault[] => {
      if (again === undefined) return [];
      const runs = all.some((term) => term.id === again.term && term.during.includes(to));
      const given = milestone.fields.some((f) => f.name === again.until && f.type === 'date' && f.required);
      const message = `${milestone.id} restarts ${again.term}: the term must run in the stage it leads to, and ${again.until} be a required date.`;
      return runs && given ? [] : [{ code: 'DEF-22', at: `interrupt ${id}`, message }];
    }),
  );
}

/** What the calendar cannot count: no amount, no date, an hour that is none. */
function rules(definition: CallDefinition): DefinitionFault[] {
  const all = [...definition.terms, ...definition.interrupts.flatMap((each) => each.term ?? [])];
  return all.flatMap((term) =>
    checkRule({ ...term.rule, starts: term.id }).map(({ code, english }) => ({
      code: 'DEF-15' as const,
      at: `term ${term.id}`,
      message: `${english} (${code})`,
    })),
  );
}

function amounts(definition: CallDefinition): DefinitionFault[] {
  const bounds = definition.amounts.classes.map((each) => each.upTo ?? Number.POSITIVE_INFINITY);
  const ascending = bounds.every((bound, index) => index === 0 || bound > (bounds[index - 1] ?? 0));
  return ascending && bounds.at(-1) === Number.POSITIVE_INFINITY
    ? []
    : [
        {
          code: 'DEF-14',
          at: 'amounts',
          message: 'classes must ascend and the last must have no upper bound (null).',
        },
      ];
}

/** Only an amount in cents is money of a kind. */
function money(definition: CallDefinition): DefinitionFault[] {
  return milestonesOf(definition).flatMap(({ id, fields }) =>
    fields
      .filter((each) => each.money !== undefined && each.type !== 'cents')
      .map(({ name }) => ({
        code: 'DEF-25' as const,
        at: `requirement ${id}`,
        message: `field ${name} has a kind of money: its type must be "cents".`,
      })),
  );
}
