// First step of every npm script: installs the packages and builds the program when something changed since the last
// time. Plain JavaScript without dependencies, because it runs before anything is installed, on any Node from 20 on.
// With --quiet nothing is printed on standard output; slow steps are told on standard error.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const quiet = process.argv.includes('--quiet');
const installStamp = join(root, 'node_modules', '.capofila-stamp');
const buildStamp = join(root, 'dist', '.capofila-stamp');
const webStamp = join(root, 'dist', 'web', '.capofila-stamp');
const sources = ['apps', 'libs', 'workflows', 'test/support', 'test/bench'];
const settings = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

function say(line) {
  (quiet ? process.stderr : process.stdout).write(`${line}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function sourceFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.spec\.tsx?$/.test(path) ? [] : [path];
  });
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Runs a slow command, tells every ten seconds that it goes on, and shows its words only when it fails. */
function run(doing, command, args, advice) {
  say(`${doing} ...`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => say(`  ${doing}: ${seconds()} s so far`), 10_000);
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', (error) => fail(`${command} could not be started: ${error.message}. ${advice}`));
    child.once('close', (code) => {
      clearInterval(progress);
      if (code !== 0) {
        process.stderr.write(Buffer.concat(output));
        fail(`${doing} failed after ${seconds()} s (status ${code}). ${advice}`);
      }
      say(`${doing}: done in ${seconds()} s.`);
      resolve();
    });
  });
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  fail(`Capofila needs Node.js 20 or later; this is ${process.version}. Install it from https://nodejs.org.`);
}

// npm tells where it is when it runs this file; otherwise the one on PATH is used.
const npm = process.env.npm_execpath?.endsWith('.js')
  ? { command: process.execPath, args: [process.env.npm_execpath] }
  : { command: 'npm', args: [] };

const wantedInstall = fingerprint(['package-lock.json']);
if (readStamp(installStamp) !== wantedInstall) {
  const modules = join(root, 'node_modules');
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      `${modules} is a symbolic link: npm ci would empty the folder it leads to. Remove the link and try again.`,
    );
  }
  await run(
    'Installing packages (npm ci)',
    npm.command,
    [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund'],
    'Check the network and try again.',
  );
  writeFileSync(installStamp, wantedInstall);
}

const isPage = (file) => file.startsWith('apps/web/');
const wantedBuild = fingerprint([
  ...sources.flatMap(sourceFiles).filter((file) => !isPage(file)),
  ...settings,
]);
if (readStamp(buildStamp) !== wantedBuild) {
  // From nothing, so that no file of a deleted source stays in dist.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await run(
    'Building',
    npm.command,
    [...npm.args, 'run', '--silent', 'build'],
    'The messages above say what is wrong in the source.',
  );
  writeFileSync(buildStamp, wantedBuild);
}

const wantedPages = fingerprint([
  ...['apps/web', 'libs/contracts', 'libs/domain', 'docs/guida'].flatMap(sourceFiles),
  ...settings,
]);
if (readStamp(webStamp) !== wantedPages) {
  await run(
    'Building the pages',
    npm.command,
    [...npm.args, 'run', '--silent', 'build:web'],
    'The messages above say what is wrong in the source.',
  );
  writeFileSync(webStamp, wantedPages);
}
