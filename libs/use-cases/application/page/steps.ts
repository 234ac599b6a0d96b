import type { Step } from '#contracts/application-page.js';
import type { Case } from '#domain/application/case/case.js';
import type { PathStep } from '#domain/application/case/path-step.js';
import { type CallDefinition, type StageDefinition, stageOf } from '#domain/call/definition.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { FiledDocument } from '#use-cases/ports/case-files.js';

/** Stages that were, the one that is, and those that are probably to come: each first exit leads to the next. */
export function stepsOf(
  definition: CallDefinition,
  theCase: Case,
  documents: ReadonlyMap<string, FiledDocument>,
): Step[] {
  const last = theCase.path.length - 1;
  const been = theCase.path.map(({ stage, round, entered, left, by }, n): Step => {
    const proof = by.findLast((fact) => fact.type === 'milestone.recorded' && fact.body.proof !== undefined);
    const document = proof?.type === 'milestone.recorded' ? documents.get(proof.body.proof ?? '') : undefined;
    return {
      stage: stage.id,
      label: stage.label,
      round,
      standing: n === last && stage.exits.length > 0 && !theCase.ended ? 'now' : 'done',
      entered: entered.date,
      ...(left === undefined ? {} : { left: left.at.date, outcome: leftInWords(definition, stage, left) }),
      upTo: upToOf(stage, theCase.funder),
      platform: isOnPlatform(stage),
      ...(document === undefined || left === undefined
        ? {}
        : { proof: { document: document.id, fileName: document.fileName } }),
    };
  });
  return theCase.ended ? been : [...been, ...stepsAfter(definition, theCase)];
}

/** What is probably to come after the stage in which the case stands, as far as the end. */
export function stepsAfter(definition: CallDefinition, { stage, path, funder }: Case): Step[] {
  const found: Step[] = [];
  const seen = new Set([stage.id]);
  for (let exit = stage.exits[0]; exit !== undefined && !seen.has(exit.to);) {
    const next = stageOf(definition, exit.to);
    seen.add(next.id);
    found.push({
      stage: next.id,
      label: next.label,
      round: path.filter((each) => each.stage.id === next.id).length + 1,
      standing: 'next',
      upTo: upToOf(next, funder),
      platform: isOnPlatform(next),
    });
    exit = next.exits[0];
  }
  return found;
}

/** What the comune does there; what the funder decides is waited for. */
function isOnPlatform({ party, requirements }: StageDefinition): boolean {
  return (
    party !== 'funder' && requirements.some((each) => each.kind === 'milestone' && each.place !== 'here')
  );
}

/** Whom people say a stage is up to, whatever happens in it. */
function upToOf({ party, upTo, actors }: StageDefinition, funder: string): string {
  switch (party) {
    case 'funder':
      return funder;
    case 'union':
      return 'Unione';
    case 'none':
      return '—';
    case 'comune':
      return upTo ?? (actors.map(roleInWords).join(', ') || 'Comune');
    default:
      return party satisfies never;
  }
}

/** What no stage of its own said, but an official act ahead of it, is no answer that anybody gave. */
function leftInWords(
  definition: CallDefinition,
  stage: StageDefinition,
  { outcome, act }: NonNullable<PathStep['left']>,
): string {
  const isOwn = act === undefined || stage.requirements.some(({ id }) => id === act.body.milestone);
  return isOwn ? outcomeInWords(definition, stage, outcome) : 'Superato dall’atto ufficiale';
}

/** "Ammessa"; the interrupt's name where one led away; nothing is said of a stage that was simply done. */
function outcomeInWords(definition: CallDefinition, stage: StageDefinition, outcome: string): string {
  const listed = stage.requirements
    .flatMap((each) => (each.kind === 'milestone' ? (each.outcomes ?? []) : []))
    .find((each) => each.code === outcome);
  const interrupt = definition.interrupts.find((each) => each.id === outcome);
  return listed?.label ?? interrupt?.label ?? 'Fatto';
}
