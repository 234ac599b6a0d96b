import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { downloadBySdk } from './download-by-sdk.js';
import { findProgram, isProgram } from './find-program.js';
import { runTool, type Say } from './run-tool.js';
import { toolVersions } from './tool-versions.js';

/** Where the Temporal server is: one that already runs, or a program that can start one. */
export type TemporalSource =
  | { readonly kind: 'running'; readonly address: string }
  | { readonly kind: 'program'; readonly path: string };

/**
 * Finds a Temporal server, or gets one. In this order: a running one (`TEMPORAL_ADDRESS`), the Temporal CLI named by
 * `TEMPORAL_CLI` or found on PATH, the cache, the SDK's download, `go install` into the cache (about 4 minutes on two
 * cores).
 * @throws Error with what was tried and what to install.
 */
export async function provisionTemporal(say: Say): Promise<TemporalSource> {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'running', address };
  return { kind: 'program', path: await provisionTemporalCli(say) };
}

/** Path of the Temporal CLI, got as {@link provisionTemporal} says. */
export async function provisionTemporalCli(say: Say): Promise<string> {
  const named = process.env['TEMPORAL_CLI'];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(`TEMPORAL_CLI=${named} is not a program that can be run.`);
  }
  const onPath = await findProgram('temporal');
  if (onPath !== undefined) return onPath;

  const version = toolVersions.temporalCli;
  const folder = join(cacheFolder(), `temporal-${version}`);
  const cached = join(folder, 'temporal');
  if (await isProgram(cached)) return cached;

  await mkdir(folder, { recursive: true });
  const downloadProblem = await downloadBySdk('cli', `v${version}`, cached, say);
  if (downloadProblem === undefined) return cached;
  say(`The Temporal CLI could not be downloaded: ${firstLine(downloadProblem)}.`);
  const buildProblem = await buildWithGo(version, cached, say);
  if (buildProblem === undefined) return cached;
  throw new Error(
    [
      `No Temporal server could be provided.`,
      `- TEMPORAL_ADDRESS and TEMPORAL_CLI are not set, and there is no "temporal" on PATH.`,
      `- Download: ${firstLine(downloadProblem)}.`,
      `- Build: ${buildProblem}`,
      `Do one of these and try again: install Go (https://go.dev/dl, 1.24 or later), so that it can be built here; or install the Temporal CLI (https://docs.temporal.io/cli) and put it on PATH; or set TEMPORAL_ADDRESS to a running server.`,
    ].join('\n'),
  );
}

async function buildWithGo(version: string, target: string, say: Say): Promise<string | undefined> {
  const go = await findProgram('go');
  if (go === undefined) return 'Go is not installed.';
  const binFolder = `${target}.build-${process.pid}`;
  try {
    say(`Building the Temporal CLI ${version} with Go: about 4 minutes, only this once ...`);
    const result = await runTool({
      command: go,
      args: ['install', `github.com/temporalio/cli/cmd/temporal@v${version}`],
      environment: { ...process.env, GOBIN: binFolder },
      doing: 'Building the Temporal CLI',
      say,
      limitSeconds: 1800,
    });
    if (!result.ok) return `"go install" failed: ${result.reason}`;
    const built = join(binFolder, 'temporal');
    if (!(await isProgram(built))) return '"go install" left no program behind.';
    await rename(built, target);
    say('The Temporal CLI is built.');
    return undefined;
  } finally {
    await rm(binFolder, { recursive: true, force: true });
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
