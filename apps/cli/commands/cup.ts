import type { Command } from 'commander';
import { print } from '../output.js';

/** `cup CODE`: whether a CUP is well formed; exit code 1 when it is not. */
export function addCupCommand(program: Command): void {
  program
    .command('cup <code>')
    .description('check the form of a CUP and suggest what was meant')
    .option('--json', 'print JSON')
    .action(async (code: string, options: { json?: boolean }) => {
      const { checkCup } = await import('#domain/cup/cup.js');
      const checked = checkCup(code);
      const problems = checked.problems.map((each) => ({ code: each.code, message: each.english }));
      const { valid, suggestion, year } = checked;
      const doubts = checked.doubts.map((each) => ({ code: each.code, message: each.english }));
      print({ valid, problems, doubts, suggestion: suggestion ?? null, year: year ?? null }, options, () =>
        valid
          ? [`${checked.normalized} is well formed (${year}).`, ...doubts.map(said)].join('\n')
          : problems.map(said).join('\n'),
      );
      if (!valid) process.exitCode = 1;
    });
}

function said({ code, message }: { code: string; message: string }): string {
  return `${code}: ${message}`;
}
