import { startChild } from './child.js';

/** Prints one line about what is going on. */
export type Say = (line: string) => void;

/** A tool to run to its end while the user waits. */
export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly workingFolder?: string;
  /** What it does, for the progress lines, e.g. "Building Temporal". */
  readonly doing: string;
  readonly say: Say;
  /** The tool is stopped after so many seconds. */
  readonly limitSeconds: number;
}

/** How a tool ended: well, or with a reason in words (its last lines). */
export type ToolResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Runs a tool, prints a progress line every ten seconds; the tool stops with this process, also on Ctrl-C. */
export async function runTool(tool: ToolRun): Promise<ToolResult> {
  const started = Date.now();
  const lastLines: string[] = [];
  let late = false;
  const child = startChild({
    name: tool.doing,
    command: tool.command,
    args: tool.args,
    environment: tool.environment,
    workingFolder: tool.workingFolder,
    graceSeconds: 2,
    onLine: (line) => {
      if (line.trim() === '') return;
      lastLines.push(line);
      if (lastLines.length > 8) lastLines.shift();
    },
  });
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const detail = lastLines.at(-1)?.trim().slice(0, 90);
    tool.say(`  ${tool.doing}: ${seconds} s so far${detail === undefined ? '' : ` (${detail})`}`);
  }, 10_000);
  const limit = setTimeout(() => {
    late = true;
    void child.stop();
  }, tool.limitSeconds * 1000);
  const code = await child.exited;
  clearInterval(progress);
  clearTimeout(limit);
  if (late) return { ok: false, reason: `not finished after ${tool.limitSeconds} s` };
  if (code === 0) return { ok: true };
  return { ok: false, reason: lastLines.join('\n') || `${tool.command} ended with status ${code}` };
}
