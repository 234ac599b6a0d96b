import { ruleInWords } from '#domain/call/call-terms.js';
import type { CallDefinition, StageDefinition, TermDefinition } from '#domain/call/definition.js';
import { isOptional, type RequirementDefinition, rolesAsked } from '#domain/call/requirement.js';
import { roleInWords } from '#domain/people/role-words.js';
import { atTheLatest, interruptsOf, isElapsing, lifeOf } from './picture.js';

/** What a page shows of a definition. */
export interface Drawing {
  id: string;
  version: number;
  /** Mermaid. */
  life: string;
  /** Mermaid; absent where nothing may come over a stage. */
  interrupts?: string;
  /** The stages that wait for something. */
  stages: { id: string; label: string; wait: StageDefinition['wait']; asks: string[] }[];
  terms: { id: string; label: string; counted: string; official: boolean; atItsEnd: string }[];
}

export function drawingOf(definition: CallDefinition): Drawing {
  const { id, version, interrupts } = definition;
  const own = interrupts.flatMap(({ opens, term }) =>
    term === undefined ? [] : [{ ...term, start: { milestone: opens.id } }],
  );
  return {
    id,
    version,
    life: lifeOf(definition),
    ...(interrupts.length === 0 ? {} : { interrupts: interruptsOf(definition) }),
    stages: definition.stages
      .filter(({ wait }) => wait !== 'end')
      .map(({ id: stage, label, wait, requirements }) => ({
        id: stage,
        label,
        wait,
        asks: requirements.filter((each) => !isElapsing(each)).map(askedInWords),
      })),
    terms: [...definition.terms, ...own].map((term) => ({
      id: term.id,
      label: term.label,
      counted: `${ruleInWords(definition, term)}${atTheLatest(term.rule)}`,
      official: term.official,
      atItsEnd: AT_ITS_END[term.onLapse],
    })),
  };
}

const AT_ITS_END: Readonly<Record<TermDefinition['onLapse'], string>> = {
  remediable: 'a lapse is recorded, the office looks for a remedy',
  silence: 'silence is recorded, never a no',
  elapses: 'the stage is left',
  internal: 'nothing happens by itself',
};

/** "inserimento del CUP sulla piattaforma (referente, RUP)" */
function askedInWords(each: RequirementDefinition): string {
  const words = [...rolesAsked(each).map(roleInWords), ...(isOptional(each) ? ['optional'] : [])];
  return `${each.label} (${words.join(', ')})`;
}

/** A drawing as a page of `docs/avvisi`. */
export function pageOf({ title, shortTitle }: CallDefinition, drawing: Drawing): string {
  const { id, version, life, interrupts, stages, terms } = drawing;
  return [
    `# ${shortTitle}: \`${id}\`, version ${version}`,
    '',
    `${title}. Drawn by \`capofila definition draw\`; [README.md](README.md) says how a process waits.`,
    '',
    '## The life of an application',
    '',
    'Blue is up to the comune, violet to the union, amber to the funder; grey is an end. In italics the term of the stage;',
    'a dashed box is a term over several stages.',
    '',
    ...mermaid(life),
    ...(interrupts === undefined ? [] : ['## What may come over any stage', '', ...mermaid(interrupts)]),
    '## Stages',
    '',
    ...table(
      ['stage', 'waits for', 'asks for'],
      stages.map((each) => [`${each.label} (\`${each.id}\`)`, `\`${each.wait}\``, each.asks.join('<br>')]),
    ),
    '',
    '## Terms',
    '',
    ...table(
      ['term', 'counted', 'whose', 'at its end'],
      terms.map((each) => [
        `${each.label} (\`${each.id}\`)`,
        each.counted,
        each.official ? 'official' : 'ours',
        each.atItsEnd,
      ]),
    ),
    '',
  ].join('\n');
}

function mermaid(picture: string): string[] {
  return ['```mermaid', picture, '```', ''];
}

export function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
