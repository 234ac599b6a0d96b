import { type CallDefinition, papersOf } from './definition.js';
import type { Source } from './source.js';

/** What somebody has read somewhere, and under which name a launch confirms it. */
export interface NamedSource {
  id: string;
  /** Italian words for what it is about. */
  label: string;
  source: Source;
}

/** Everything in a definition that somebody has read somewhere. */
export function sourcesOf(definition: CallDefinition): NamedSource[] {
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
    ...papersOf(definition).flatMap(({ id, label, ifOwed }) =>
      ifOwed === undefined
        ? []
        : [{ id: ifOwedId(id), label: `quanto pesa se manca: ${label}`, source: ifOwed.source }],
    ),
    ...(invitation === undefined
      ? []
      : [{ id: 'invitation', label: 'testo dell’invito', source: invitation.source }]),
    ...(cupTemplate === undefined
      ? []
      : [{ id: 'cupTemplate', label: 'template del CUP', source: cupTemplate.source }]),
  ];
}

/** Under which name a launch confirms how heavy a paper is once it is owed. */
export function ifOwedId(paper: string): string {
  return `${paper}IfOwed`;
}

/** What nobody has read yet: neither whoever wrote the definition, nor whoever launches. */
export function unconfirmedSources(definition: CallDefinition, confirmed: readonly string[]): NamedSource[] {
  return sourcesOf(definition).filter(({ id, source }) => !source.confirmed && !confirmed.includes(id));
}
