import { type Command, Option } from 'commander';
import { BadUse, print } from '../output.js';

interface Options {
  from: string;
  days?: string;
  workingDays?: string;
  months?: string;
  rollOver?: 'on' | 'off';
  at: string;
  cap?: string;
  json?: boolean;
}

/** `term`: when a time limit ends, by law and to be safe. Starts nothing. */
export function addTermCommand(program: Command): void {
  program
    .command('term')
    .description('say when a term ends: by law, and the day by which to work')
    .requiredOption('--from <date>', 'day of the event, which is not counted: 2026-09-29')
    .option('--days <n>', 'calendar days')
    .option('--working-days <n>', 'Monday to Friday without holidays')
    .option('--months <n>', 'calendar months')
    .addOption(
      new Option(
        '--roll-over <on|off>',
        'whether an end on a holiday moves to the next day that is none',
      ).choices(['on', 'off']),
    )
    .option('--at <hour>', 'hour at which the last day ends', '23:59')
    .option('--cap <date>', 'day beyond which it never ends')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const { termOf, rollOverByDefault, termReasonInWords } = await import('#domain/term/term.js');
      const { unit, amount } = amountOf(options);
      const result = termOf(
        {
          starts: 'event',
          unit,
          amount,
          direction: 'forward',
          rollOver: options.rollOver === undefined ? rollOverByDefault(unit) : options.rollOver === 'on',
          cutOff: options.at,
          zone: 'Europe/Rome',
          ...(options.cap === undefined ? {} : { cap: options.cap as `${number}-${number}-${number}` }),
        },
        options.from as `${number}-${number}-${number}`,
      );
      if (result.state === 'refused')
        throw new BadUse(result.problems.map((each) => `${each.code}: ${each.english}`).join('\n'));
      if (result.state === 'notStarted') throw new BadUse('The term never starts: give --from.');
      const { start, end, cutOff, instant, safeEnd, reasons } = result.term;
      const words = reasons.map((reason) => termReasonInWords(reason, 'en'));
      print({ start, end, cutOff, instant, safeEnd, reasons: words }, options, () =>
        [
          `Ends ${end} at ${cutOff} in Rome (${instant}).`,
          `Work by ${safeEnd}.`,
          ...words.map((each) => `- ${each}`),
        ].join('\n'),
      );
    });
}

function amountOf({ days, workingDays, months }: Options): {
  unit: 'days' | 'workingDays' | 'months';
  amount: number;
} {
  const given = (
    [
      ['days', days],
      ['workingDays', workingDays],
      ['months', months],
    ] as const
  ).filter(([, value]) => value !== undefined);
  const [only] = given;
  if (given.length !== 1 || only === undefined) {
    throw new BadUse('Give exactly one of --days, --working-days and --months.');
  }
  if (!/^\d{1,5}$/.test(only[1] ?? '')) throw new BadUse(`--${only[0]} takes a whole number from 1.`);
  return { unit: only[0], amount: Number(only[1]) };
}
