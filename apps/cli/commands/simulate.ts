import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { CallDefinition } from '#domain/call/definition.js';
import { dataFolder } from '../data-folder.js';
import { definitionIn } from '../definition-file.js';
import { BadUse, print } from '../output.js';

interface Options {
  call: string;
  comune: string;
  from: string;
  extend?: string;
  json?: boolean;
}

interface Body {
  istat?: string;
  name: string;
  kind: 'comune' | 'union' | 'other';
  residents: { on: `${number}-${number}-${number}`; count: number }[];
}

/** `simulate`: a call for one comune, ahead in time; with `--extend`, what an extension moves. Starts nothing. */
export function addSimulateCommand(program: Command): void {
  program
    .command('simulate')
    .description(
      'tell a call ahead for one comune: everybody works by the work-by dates, the funder takes its usual time',
    )
    .requiredOption('--call <id>', 'definition in data/calls: send-comuni-2024')
    .requiredOption('--comune <istat>', 'ISTAT code: 076068')
    .requiredOption('--from <date>', 'day on which the comune is invited')
    .option('--extend <date>', 'what if the call ended on this day?')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const { eligibility } = await import('#domain/call/eligibility.js');
      const { openingFact, simulate } = await import('#domain/simulation/simulate.js');
      const { difference } = await import('#domain/simulation/timeline.js');
      const { epochMs, instantAt, isLocalDate } = await import('#domain/calendar/local-date.js');
      if (!isLocalDate(options.from)) throw new BadUse('--from takes a date: 2024-05-07.');
      const definition = await definitionNamed(options.call);
      const body = await bodyWith(options.comune);
      const may = eligibility(definition, body);
      if (!may.eligible) throw new Error(`${may.code}: ${body.name} may not apply.`);
      const from = epochMs(instantAt(options.from, '09:00'));
      const streams = { call: [], application: [openingFact(from, options.comune, may.amountCents)] };
      const before = simulate({ definition, streams, from });
      if (options.extend === undefined) {
        // Messages that were decided and never sent are nobody's news.
        const events = before.events.filter((each) => each.state !== 'skipped');
        const { stopped } = before;
        print({ comune: body.name, amountCents: may.amountCents, stopped, events }, options, () =>
          events
            .map((each) => `${each.at.replace('T', ' ')}  ${each.kind.padEnd(12)} ${each.words}`)
            .join('\n'),
        );
        return;
      }
      const end = options.extend;
      if (!isLocalDate(end)) throw new BadUse('--extend takes a date: 2024-12-06.');
      const term = definition.terms.find((each) => 'fixed' in each.start);
      if (term === undefined) throw new Error('This call has no end of its own to extend.');
      if (term.rule.date !== undefined && end <= term.rule.date) {
        throw new BadUse(`The call ends on ${term.rule.date}: an extension must end later.`);
      }
      const amendment = {
        term: term.id,
        kind: 'extension' as const,
        act: 'what if',
        actDate: options.from,
        knownOn: options.from,
        newEnd: end,
      };
      const after = simulate({ definition, streams, from, amendments: [amendment] });
      const changes = difference(before, after);
      print(
        {
          comune: body.name,
          extended: end,
          changes,
          events: after.events.filter((each) => each.state !== 'skipped'),
        },
        options,
        () =>
          changes
            .map(
              (each) =>
                `${(each.from ?? '-').replace('T', ' ').padEnd(19)} -> ${(each.to ?? '-').replace('T', ' ').padEnd(19)}  ${each.words}`,
            )
            .join('\n'),
      );
    });
}

async function definitionNamed(id: string): Promise<CallDefinition> {
  const folder = join(dataFolder, 'calls');
  for (const file of (await readdir(folder)).toSorted().toReversed()) {
    const definition = await definitionIn(join(folder, file));
    if (definition.id === id) return definition;
  }
  throw new BadUse(`There is no call ${id} in data/calls.`);
}

async function bodyWith(istat: string): Promise<Body> {
  const registry = JSON.parse(await readFile(join(dataFolder, 'registry', 'lagonegrese.json'), 'utf8')) as {
    bodies: Body[];
  };
  const found = registry.bodies.find((each) => each.istat === istat);
  if (found === undefined) throw new BadUse(`There is no comune with ISTAT code ${istat} in data/registry.`);
  return found;
}
