// Runs every check, one line per step with its time, and ends with "N passed, N failed". Each check that is no test
// project counts as one. Exit status 1 when anything failed or no test ran.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const bin = join(root, 'node_modules', '.bin');
const results = mkdtempSync(join(tmpdir(), 'capofila-results-'));
const total = { passed: 0, failed: 0, skipped: 0, tests: 0 };
const failedSteps = [];
/** Test files with the seconds that each took. */
const files = [];
/** What a check remembers of the files that have not changed since the last run. */
const cache = join(root, 'node_modules', '.cache', 'capofila');

process.on('exit', () => rmSync(results, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** Runs one program; its output is kept, and told only when the step fails. */
function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment, PATH: `${bin}:${process.env.PATH}` },
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}

/** One step: its line, its time, a sign of life every 15 seconds, its full output when it failed. */
async function step(name, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  const progress = setInterval(() => console.log(`        ${name}: ${seconds()} s so far`), 15_000);
  const { passed, failed, skipped = 0, output = '' } = await work();
  clearInterval(progress);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name}${counts}  ${seconds()} s`);
  if (failed > 0) {
    failedSteps.push(name);
    console.log(output.trimEnd());
  }
}

function check(name, command, args) {
  return step(name, async () => {
    const { code, output } = await run(join(bin, command), args);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
  });
}

async function twoAtATime(works) {
  const left = [...works];
  const lane = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) await work();
  };
  await Promise.all([lane(), lane()]);
}

function types(name, project) {
  const kept = join(cache, `${project.replaceAll('/', '-')}.tsbuildinfo`);
  return check(name, 'tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '--project', project]);
}

function provision(name, file, exported) {
  return step(name, async () => {
    try {
      const module = await import(join(root, 'dist', file));
      await module[exported]((line) => console.log(`        ${line}`));
      return { passed: 1, failed: 0 };
    } catch (error) {
      return { passed: 0, failed: 1, output: error.message };
    }
  });
}

function jest(name, project) {
  return step(name, async () => {
    const file = join(results, `${project}.json`);
    const { output } = await run(
      process.execPath,
      [
        join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
        '--config=test/jest.config.mjs',
        `--selectProjects=${project}`,
        '--json',
        `--outputFile=${file}`,
      ],
      { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings` },
    );
    if (!existsSync(file)) return { passed: 0, failed: 1, output: `Jest gave no result.\n${output}` };
    const report = JSON.parse(readFileSync(file, 'utf8'));
    total.tests += report.numPassedTests + report.numFailedTests;
    for (const { name, startTime, endTime } of report.testResults) {
      files.push({ name: relative(root, name), seconds: (endTime - startTime) / 1000 });
    }
    // A file that could not be loaded has no tests to count, and is a failure all the same.
    let failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    if (failed === 0 && (!report.success || report.numPassedTests === 0)) failed = 1;
    const messages = report.testResults
      .filter((file) => file.status === 'failed')
      .map((file) => `${file.name}\n${file.message}`);
    return {
      passed: report.numPassedTests,
      failed,
      skipped: report.numPendingTests + report.numTodoTests,
      output: messages.join('\n') || output,
    };
  });
}

await provision('Temporal server at hand', 'apps/demo/provision-temporal.js', 'provisionTemporalCli');
await provision(
  'Time-skipping test server at hand',
  'apps/demo/provision-test-server.js',
  'provisionTestServer',
);
await provision('Browser at hand', 'test/support/chromium.js', 'provisionChromium');
// Each of these works on one processor alone.
await twoAtATime([
  () => types('Types (tsc)', 'tsconfig.json'),
  () => types('Types of the pages (tsc)', 'apps/web/tsconfig.json'),
  () =>
    check('Format (prettier)', 'prettier', [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${join(cache, 'prettier')}`,
      '.',
    ]),
  () => check('Nothing unused (knip)', 'knip', ['--treat-config-hints-as-errors']),
  () => check('Lint (oxlint)', 'oxlint', ['--type-aware']),
  () =>
    check('Architecture rules (dependency-cruiser)', 'depcruise', [
      '--config=test/architecture/rules.cjs',
      'apps',
      'libs',
      'workflows',
    ]),
]);
await jest('Unit and property tests', 'unit');
await jest('Tests on real PostgreSQL and Temporal', 'real');

console.log('The ten slowest files:');
for (const { name, seconds } of files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
}
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join('; ')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (total.tests === 0) console.log('No test ran.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.tests === 0 ? 1 : 0;
