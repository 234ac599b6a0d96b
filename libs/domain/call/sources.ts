import type { CallDefinition, Source } from './definition.js';

/** Everything in a definition that somebody has read somewhere, under the name by which a launch confirms it. */
export function sourcesOf(definition: CallDefinition): { id: string; source: Source }[] {
  const { amounts, invitation, cupTemplate, stages, terms, interrupts } = definition;
  return [
    ...[...terms, ...interrupts.flatMap((each) => each.term ?? [])].map(({ id, source }) => ({ id, source })),
    { id: 'amounts', source: amounts.source },
    ...stages.flatMap(({ id, usual }) =>
      usual === undefined ? [] : [{ id: `${id}UsualTime`, source: usual.source }],
    ),
    ...(invitation === undefined ? [] : [{ id: 'invitation', source: invitation.source }]),
    ...(cupTemplate === undefined ? [] : [{ id: 'cupTemplate', source: cupTemplate.source }]),
  ];
}
