import type { Command } from 'commander';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { CaseStore } from '#use-cases/ports/case-store.js';
import type { Verified } from '#use-cases/record/verify-chains.js';
import type { VerifiedDocuments } from '#use-cases/record/verify-documents.js';
import { environment, print } from '../output.js';

/** Commands that touch the database themselves; they need no API, and Temporal only in the sense of waking it. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (CAPOFILA_OWNER_URL)')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { migrate } = await import('#persistence/migrate.js');
      const ran = await migrate(
        environment('CAPOFILA_OWNER_URL', 'the connection of the role capofila_owner'),
      );
      print({ ran }, options, () =>
        ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.join(', ')}.`,
      );
    });

  program
    .command('seed-demo')
    .description('load the union and the invented people of a demo, and tell its story up to 26 March 2027')
    .option('--from-the-start', 'no story: 7 May 2024, before the first launch, for the tour')
    .option('--json', 'print JSON')
    .action(async (options: { fromTheStart?: boolean; json?: boolean }) => {
      const { seedDemo } = await import('../seed-demo.js');
      const { mailSettings, mailVariables, senderOf } = await import('#configuration/mail-settings.js');
      const smtpUrl = environment('CAPOFILA_SMTP_URL', 'the mail server of the demo');
      const { CAPOFILA_ANSWERS_URL: answersUrl, CAPOFILA_DEMO_MAIL_DIR: mailFolder } = process.env;
      const seeded = await seedDemo(
        {
          ownerUrl: environment('CAPOFILA_OWNER_URL', 'the connection of the role capofila_owner'),
          workerUrl: environment('CAPOFILA_DATABASE_URL', 'the connection of the role capofila_worker'),
          appUrl: environment('CAPOFILA_APP_URL', 'the connection of the role capofila_app'),
          dataFolder: environment('CAPOFILA_DATA_DIR', 'the folder of the documents'),
          smtpUrl,
          sender: senderOf(mailSettings.parse({ ...mailVariables(process.env), smtpUrl })),
          ...(answersUrl === undefined ? {} : { answersUrl }),
          ...(mailFolder === undefined ? {} : { mailFolder }),
        },
        options.fromTheStart === true,
      );
      print(seeded, options, () => seeded.words.join('\n'));
    });

  program
    .command('install <registry>')
    .description('load a union from a file like data/registry/lagonegrese.json and invite its head of office')
    .requiredOption('--name <name>', 'name of the head of office')
    .requiredOption('--email <address>', 'address of the head of office')
    .option('--json', 'print JSON')
    .action(async (registry: string, options: { name: string; email: string; json?: boolean }) => {
      const { install } = await import('../install.js');
      const installed = await install(
        environment('CAPOFILA_OWNER_URL', 'the connection of the role capofila_owner'),
        { registry, ...options },
      );
      print(installed, options, () => installed.words.join('\n'));
    });

  program
    .command('wake')
    .description('wake every call, application and mailbox: after a loss of Temporal’s data')
    .requiredOption('--all', 'say that you mean all of them')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { wakeEverything } = await import('#persistence/wake/wake-everything.js');
      const { asWorker } = await import('#persistence/scoped.js');
      const woken = await onDatabase((source) => asWorker(source, wakeEverything));
      print(
        woken,
        options,
        () => `Woken: ${woken.calls} calls, ${woken.applications} applications, ${woken.post} mailboxes.`,
      );
    });

  program
    .command('rebuild')
    .description('fold every application anew; a healthy database changes in nothing (exit 1 when it does)')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { rebuild } = await import('#use-cases/record/rebuild.js');
      const { PostgresCaseStore } = await import('#persistence/record/case-store.js');
      const { PostgresClock } = await import('#persistence/clock.js');
      const result = await onDatabase((source) =>
        rebuild(new PostgresCaseStore(source), new PostgresClock(source, true)),
      );
      print(result, options, () =>
        [
          `${result.applications} applications folded, ${result.changed.length} changed.`,
          ...result.changed,
        ].join('\n'),
      );
      if (result.changed.length > 0) process.exitCode = 1;
    });

  program
    .command('verify')
    .description('verify every chain of hashes and every edition of a call (exit 1 when one was changed)')
    .option('--documents', 'read every uploaded file too (CAPOFILA_DATA_DIR) and hold it against its hash')
    .option('--json', 'print JSON')
    .action(async (options: { documents?: boolean; json?: boolean }) => {
      const { verifyChains } = await import('#use-cases/record/verify-chains.js');
      const { PostgresCaseStore } = await import('#persistence/record/case-store.js');
      const folder =
        options.documents === true
          ? environment('CAPOFILA_DATA_DIR', 'the folder of the documents')
          : undefined;
      const result: Verified & Partial<VerifiedDocuments> = await onDatabase(async (source) => {
        const cases = new PostgresCaseStore(source);
        const chains = await verifyChains(cases);
        return folder === undefined ? chains : { ...chains, ...(await filesIn(folder, cases)) };
      });
      const { streams, facts, editions, broken, changed } = result;
      const { files, spoilt }: Partial<VerifiedDocuments> = result;
      const verifies = broken.length === 0 && changed.length === 0 && (spoilt ?? []).length === 0;
      const counted = files === undefined ? '' : `, ${files} files`;
      print(result, options, () =>
        [
          `${streams} streams, ${facts} facts, ${editions} editions${counted}: ${verifies ? 'everything verifies.' : 'BROKEN'}`,
          ...broken.map((each) => `stream ${each.stream}: from fact ${each.seq}`),
          ...changed.map(
            ({ edition, call }) =>
              `edition ${edition}: ${call === undefined ? 'its kind or the edition was changed' : `call ${call} was launched with another content`}`,
          ),
          ...(spoilt ?? []).map(({ sha256, state }) => `file ${sha256}: ${state}`),
        ].join('\n'),
      );
      if (!verifies) process.exitCode = 1;
    });
}

async function onDatabase<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const { openDataSource } = await import('#persistence/data-source.js');
  const url = environment('CAPOFILA_DATABASE_URL', 'the connection of the role capofila_worker');
  const source = await openDataSource({ url, applicationName: 'capofila-command' });
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

async function filesIn(folder: string, cases: CaseStore): Promise<VerifiedDocuments> {
  const { verifyDocuments } = await import('#use-cases/record/verify-documents.js');
  const { FolderDocumentStore } = await import('#documents/folder-document-store.js');
  return verifyDocuments(cases, new FolderDocumentStore(join(folder, 'documents')));
}
