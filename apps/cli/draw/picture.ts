import { dayOfMonthInWords } from '#domain/calendar/words.js';
import type {
  CallDefinition,
  InterruptDefinition,
  Party,
  StageDefinition,
  TermDefinition,
} from '#domain/call/definition.js';
import { isOptional, type RequirementDefinition } from '#domain/call/requirement.js';
import { shortFunder } from '#domain/call/funder.js';
import { roleInWords } from '#domain/people/role-words.js';
import { lengthInWords } from '#domain/term/rule-words.js';

/** The life of an application as a Mermaid flowchart: its stages, what each asks of whom, its terms and its ends. */
export function lifeOf(definition: CallDefinition): string {
  const stages = definition.stages.filter(({ id }, n) => n === 0 || isLedTo(definition, id));
  const boxed = boxedTerms(definition);
  const free = stages.filter(({ id }) => !boxed.some(({ during }) => during.includes(id)));
  return flowchart('TD', [
    ...boxed.flatMap((term) => [
      `subgraph _term_${term.id}["${text(`${term.label}: ${lengthOf(term)}`)}"]`,
      ...stages.filter(({ id }) => term.during.includes(id)).map((stage) => stageNode(definition, stage)),
      'end',
      `style _term_${term.id} fill:none,stroke:#4b5563,stroke-dasharray:4`,
    ]),
    ...free.map((stage) => stageNode(definition, stage)),
    ...stages.flatMap(exitsOf),
  ]);
}

/** What may come over any stage, what it asks of whom, and where it leads. */
export function interruptsOf(definition: CallDefinition): string {
  const { interrupts, stages } = definition;
  const leadsTo = new Set(interrupts.flatMap(({ closes }) => closes.flatMap(({ to }) => to ?? [])));
  return flowchart('LR', [
    '_any([in ogni stato])',
    ...interrupts.map((each) => interruptNode(definition, each)),
    ...stages.filter(({ id }) => leadsTo.has(id)).map((stage) => stageEnd(stage)),
    ...interrupts.flatMap(({ id, opens, closes }) => [
      arrow('_any', `_over_${id}`, opens.label),
      ...closes.map(({ milestone, to }) =>
        arrow(`_over_${id}`, to === undefined ? `_back_${id}([torna dov'era])` : name(to), milestone.label),
      ),
    ]),
  ]);
}

/** Each party has its colour; the text is dark on them, on GitHub's dark page too. */
const PARTIES: Readonly<Record<Party, string>> = {
  comune: 'fill:#dbeafe,stroke:#1d4ed8,color:#111',
  union: 'fill:#ede9fe,stroke:#6d28d9,color:#111',
  funder: 'fill:#fef3c7,stroke:#b45309,color:#111',
  none: 'fill:#e5e7eb,stroke:#4b5563,color:#111',
};

function flowchart(direction: 'TD' | 'LR', lines: string[]): string {
  return [
    '---',
    'config: { flowchart: { wrappingWidth: 400, nodeSpacing: 40, rankSpacing: 36, subGraphTitleMargin: { top: 4, bottom: 12 } } }',
    '---',
    `flowchart ${direction}`,
    ...lines.map((line) => `  ${line}`),
    ...Object.entries(PARTIES).map(([party, style]) => `  classDef ${party} ${style}`),
  ].join('\n');
}

function isLedTo({ stages }: CallDefinition, id: string): boolean {
  return stages.some(({ exits }) => exits.some(({ to }) => to === id));
}

/** A term of several stages is a box around them, where no other box is in its way. */
function boxedTerms({ terms }: CallDefinition): TermDefinition[] {
  const boxed: TermDefinition[] = [];
  for (const term of terms.filter(({ during }) => during.length > 1)) {
    if (!boxed.some(({ during }) => during.some((id) => term.during.includes(id)))) boxed.push(term);
  }
  return boxed;
}

function stageNode(definition: CallDefinition, stage: StageDefinition): string {
  if (stage.wait === 'end') return stageEnd(stage);
  const boxed = boxedTerms(definition);
  const terms = definition.terms.filter((each) => each.during.includes(stage.id) && !boxed.includes(each));
  return node(name(stage.id), stage.party, [
    `<b>${text(stage.label)}</b>: ${text(upTo(definition, stage))}`,
    ...asked(stage.requirements).map(text),
    ...terms.map((term) => `<i>${text(lengthOf(term))}</i>`),
  ]);
}

/** A stage of which no more is said than its name: an end of the life, or of an arrow. */
function stageEnd({ id, label, wait, party }: StageDefinition): string {
  const words = `"<b>${text(label)}</b>"`;
  return `${name(id)}${wait === 'end' ? `([${words}])` : `[${words}]`}:::${party}`;
}

function interruptNode(definition: CallDefinition, interrupt: InterruptDefinition): string {
  const { id, label, party, papers = [], term, suspends } = interrupt;
  return node(`_over_${id}`, party, [
    `<b>${text(label)}</b>: ${text(upTo(definition, interrupt))}`,
    ...(papers.length === 0 ? [] : [`${papers.length} documenti`]),
    ...(term === undefined ? [] : [`<i>${text(lengthOf(term))}</i>`]),
    ...(suspends ? ['i termini dello stato sono sospesi'] : []),
  ]);
}

function node(id: string, party: Party, lines: string[]): string {
  return `${id}["${lines.join('<br>')}"]:::${party}`;
}

/** An answer that settles nothing leads back to where it was given. */
function exitsOf({ id, requirements, exits }: StageDefinition): string[] {
  const outcomes = requirements.flatMap((each) => (each.kind === 'milestone' ? (each.outcomes ?? []) : []));
  return [
    ...outcomes.filter(({ settles }) => !settles).map(({ label }) => arrow(name(id), name(id), label)),
    ...exits.map(({ when, to }) =>
      arrow(name(id), name(to), outcomes.find(({ code }) => code === when)?.label),
    ),
  ];
}

function arrow(from: string, to: string, label: string | undefined): string {
  return `${from} -->${label === undefined ? '' : `|"${text(label)}"|`} ${to}`;
}

type Turn = Pick<StageDefinition, 'upTo' | 'actors' | 'party'>;

/** "Sindaco/Giunta", "referente, RUP", "Dipartimento". */
function upTo({ funder }: CallDefinition, { upTo: said, actors, party }: Turn): string {
  if (said !== undefined) return said;
  return actors.length === 0 && party === 'funder' ? shortFunder(funder) : actors.map(roleInWords).join(', ');
}

/** What somebody must do before the stage is left, one line each; what need not be is counted. */
function asked(requirements: readonly RequirementDefinition[]): string[] {
  const optional = requirements.filter(isOptional).length;
  const needed = requirements.filter((each) => !isOptional(each) && !isElapsing(each));
  return [
    ...needed.map(({ label }) => label),
    ...(optional === 0
      ? []
      : [optional === 1 ? '1 documento facoltativo' : `${optional} documenti facoltativi`]),
  ];
}

/** Nobody does it: it comes with the end of its term. */
export function isElapsing(each: RequirementDefinition): boolean {
  return each.kind === 'milestone' && each.from.length === 0;
}

/** "entro 180 giorni, al più tardi il 30 giugno 2028", "dura 60 mesi". */
function lengthOf({ rule, onLapse }: Pick<TermDefinition, 'rule' | 'onLapse'>): string {
  if (rule.unit === 'fixed') return lengthInWords(rule);
  return `${onLapse === 'elapses' ? 'dura' : 'entro'} ${lengthInWords(rule)}${atTheLatest(rule)}`;
}

/** ", al più tardi il 30 giugno 2028" */
export function atTheLatest({ cap }: TermDefinition['rule']): string {
  return cap === undefined ? '' : `, al più tardi il ${dayOfMonthInWords(cap, { year: true })}`;
}

/** A stage in Mermaid, which keeps words in small letters for itself, as `end`; whatever begins with `_` is no stage. */
function name(stage: string): string {
  return `${stage.slice(0, 1).toUpperCase()}${stage.slice(1).replaceAll('-', '_')}`;
}

/** Words of a definition inside a label, where some signs have a meaning of their own. */
function text(words: string): string {
  const signs: Record<string, string> = {
    '#': '#35;',
    '"': '#quot;',
    '<': '#lt;',
    '>': '#gt;',
    '&': '#amp;',
  };
  return words.replace(/[#"<>&]/g, (sign) => signs[sign] ?? sign);
}
