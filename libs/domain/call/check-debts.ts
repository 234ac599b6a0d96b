import { closure } from './closure.js';
import { type CallDefinition, papersOf } from './definition.js';
import type { DefinitionFault } from './definition-faults.js';

/** What a definition says of acts that go on without something: of papers that stay owed, and of acts that imply others. */
export function checkDebts(definition: CallDefinition): DefinitionFault[] {
  return [...unread(definition), ...loops(definition), ...implied(definition)];
}

/** A paper that must bear a date is read by somebody. */
function unread(definition: CallDefinition): DefinitionFault[] {
  return papersOf(definition).flatMap(({ id, review, ifOwed }): DefinitionFault[] =>
    ifOwed?.weight === 'fatal' && !review
      ? [{ code: 'DEF-30', at: `requirement ${id}`, message: `${id} is fatal when owed: it needs a review.` }]
      : [],
  );
}

/** Every turn of a loop uses up a milestone: papers and go-aheads alone would let a case go round for ever. */
function loops({ stages }: CallDefinition): DefinitionFault[] {
  const free = new Map(
    stages
      .filter(({ requirements }) => !requirements.some((each) => each.kind === 'milestone'))
      .map(({ id, exits }) => [id, exits.map(({ to }) => to)]),
  );
  const next = (id: string) => (free.get(id) ?? []).filter((to) => free.has(to));
  return [...free.keys()]
    .filter((id) => closure(next(id), next).has(id))
    .map((id) => ({
      code: 'DEF-27' as const,
      at: `stage ${id}`,
      message: `${id} can be entered again without any milestone: ask for one on the way.`,
    }));
}

/** An implied act is one of a stage before the act that implies it. */
function implied({ stages }: CallDefinition): DefinitionFault[] {
  const next = (id: string) => stages.find((each) => each.id === id)?.exits.map(({ to }) => to) ?? [];
  return stages.flatMap((stage) =>
    stage.requirements.flatMap((each) =>
      (each.kind === 'milestone' ? (each.implies ?? []) : []).flatMap((id): DefinitionFault[] => {
        const asks = stages.find(({ requirements }) => requirements.some((asked) => asked.id === id));
        if (asks !== undefined && asks !== stage && closure([asks.id], next).has(stage.id)) return [];
        const message = `${each.id} implies ${id}, which no stage before it asks for.`;
        return [{ code: 'DEF-28', at: `requirement ${each.id}`, message }];
      }),
    ),
  );
}
