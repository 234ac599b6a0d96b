import { WAITS } from '#process/waits.js';
import { table } from './page.js';

/** The first page of `docs/avvisi`: how a process waits, and for what; then the pages of the shipped definitions. */
export function waitsPage(pages: readonly { file: string; title: string }[]): string {
  return [
    '# Calls, drawn',
    '',
    'Written by `capofila definition draw --all`; a test compares what it would write now.',
    '',
    ...pages.map(({ file, title }) => `- [${file.replace('.md', '')}](${file}): ${title}`),
    '',
    '## How a process waits',
    '',
    'One loop for every application and for every call (`workflows/life.workflow.ts`). The look is one transaction that takes',
    'what is due; its answer says in words where the case stands, what it waits for and when to look again.',
    '',
    '```mermaid',
    'flowchart LR',
    '  Launch([launch]) --> Look["look: take what is due,<br>say what it waits for"]',
    '  Look -->|it waits| Wait["wait: one named timer<br>against a wake-up"]',
    '  Wait -->|the timer rang, or a fact was recorded| Look',
    '  Look -->|it has ended| End([end])',
    '```',
    '',
    'A wake-up has no content, so a lost, doubled or late one harms nothing; one that comes during a look makes it look again.',
    'A fact that comes after the end starts it anew.',
    '',
    '## What it waits for',
    '',
    'The timers have these names on Temporal’s own page, each with its day (`libs/process/waits.ts`).',
    '',
    ...table(
      ['wait', 'until', 'timers'],
      Object.entries(WAITS).map(([kind, { until, timers }]) => [
        `\`${kind}\``,
        until,
        Object.entries(timers)
          .map(([what, name]) => `${name} (\`${what}\`)`)
          .join('<br>'),
      ]),
    ),
    '',
  ].join('\n');
}
