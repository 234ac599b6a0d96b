import type { CallDefinition } from '#domain/call/definition.js';
import type { PathStep } from './path-step.js';

/** The act that sends an application officially: the one that meets the end that the call itself fixes. */
export function sendingAct({ terms }: Pick<CallDefinition, 'terms'>): string | undefined {
  return terms.find((each) => each.official && 'fixed' in each.start)?.meets;
}

/** Whether the official sending is on record; of a call that fixes no end nothing is known to be sent. */
export function isSent(definition: Pick<CallDefinition, 'terms'>, path: readonly PathStep[]): boolean {
  const act = sendingAct(definition);
  return path.some(
    ({ stage, left, by }) =>
      stage.requirements.some(({ id }) => id === act) &&
      (left !== undefined ||
        by.some((fact) => fact.type === 'milestone.recorded' && fact.body.milestone === act)),
  );
}
