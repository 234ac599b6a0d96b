import { Command, CommanderError } from 'commander';
import { addCupCommand } from './commands/cup.js';
import { addDatabaseCommands } from './commands/database.js';
import { addDefinitionCommand } from './commands/definition.js';
import { addServerCommands } from './commands/server.js';
import { addSimulateCommand } from './commands/simulate.js';
import { addTermCommand } from './commands/term.js';
import { BadUse } from './output.js';

/** The `capofila` command. Exit codes: 0 done, 1 failed, 2 bad use. Errors go to standard error. */
const program = new Command('capofila')
  .description('Public funding calls of a union of comuni: terms, applications, evidence.')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

addTermCommand(program);
addCupCommand(program);
addDefinitionCommand(program);
addSimulateCommand(program);
addDatabaseCommands(program);
addServerCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof BadUse ? 2 : 1;
  }
}
