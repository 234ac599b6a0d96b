import type { CallDefinition, Source } from './definition.js';

/**
 * Everything in a definition that somebody has read somewhere, under the name by which a launch confirms it, with the
 * Italian words for what it is about.
 */
export function sourcesOf(definition: CallDefinition): { id: string; label: string; source: Source }[] {
  const { amounts, invitation, cupTemplate, stages, terms, interrupts } = definition;
  const ofTerms = [...terms, ...interrupts.flatMap((each) => each.term ?? [])];
  return [
    ...ofTerms.map(({ id, label, source }) => ({ id, label, source })),
    ...interrupts.flatMap(({ id, label, source }) => (source === undefined ? [] : [{ id, label, source }])),
    { id: 'amounts', label: 'importi', source: amounts.source },
    ...stages.flatMap(({ id, label, usual }) =>
      usual === undefined
        ? []
        : [{ id: `${id}UsualTime`, label: `tempi soliti di «${label}»`, source: usual.source }],
    ),
    ...(invitation === undefined
      ? []
      : [{ id: 'invitation', label: 'testo dell’invito', source: invitation.source }]),
    ...(cupTemplate === undefined
      ? []
      : [{ id: 'cupTemplate', label: 'template del CUP', source: cupTemplate.source }]),
  ];
}
