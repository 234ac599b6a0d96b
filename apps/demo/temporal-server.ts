import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { startChild, type Child } from './child.js';

/** How to start Temporal's development server. */
export interface TemporalServerOptions {
  /** Path of the Temporal CLI. */
  readonly program: string;
  readonly port: number;
  /** Port of the Web UI; none: no Web UI. */
  readonly uiPort?: number;
  /** SQLite file; none: everything is in memory. */
  readonly databaseFile?: string;
  readonly logFile?: string;
  /** `key=value`, as Temporal's dynamic configuration has them. */
  readonly dynamicConfig?: readonly string[];
}

/** Days that Temporal keeps the history of a closed workflow. */
const retentionDays = 30;

/** Idle machines need two seconds, busy ones many more. */
const START_LIMIT_MS = 60_000;

/** gRPC status codes used here. */
const grpc = { alreadyExists: 6, notFound: 5 } as const;

/**
 * Starts Temporal's development server and waits until it answers; it stops with this process.
 * @throws Error when the server ends before it answers.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<Child> {
  const lines: string[] = [];
  const server = startChild({
    name: 'Temporal',
    command: options.program,
    args: [
      'server',
      'start-dev',
      '--ip=127.0.0.1',
      `--port=${options.port}`,
      '--log-level=warn',
      '--log-format=json',
      ...(options.uiPort === undefined
        ? ['--headless']
        : ['--ui-ip=127.0.0.1', `--ui-port=${options.uiPort}`]),
      ...(options.dynamicConfig ?? []).map((each) => `--dynamic-config-value=${each}`),
      ...(options.databaseFile === undefined ? [] : [`--db-filename=${options.databaseFile}`]),
    ],
    logFile: options.logFile,
    graceSeconds: 5,
    onLine: (line) => {
      lines.push(line);
      if (lines.length > 20) lines.shift();
    },
  });
  const address = `127.0.0.1:${options.port}`;
  while (server.running) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '1 second' });
      await connection.close();
      return server;
    } catch {
      // The only way to learn that it is ready is to ask; it takes one or two seconds.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The Temporal server did not start:\n${lines.join('\n')}`);
}

/** Creates a namespace that keeps closed workflows for 30 days, unless it exists; resolves when it can be used. */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  const connection = await connect(address);
  try {
    await connection.workflowService
      .registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(`${retentionDays} days`),
      })
      .catch((error: unknown) => {
        if (grpcCode(error) !== grpc.alreadyExists) throw error;
      });
    // The server's parts learn of a new namespace a moment later.
    const started = Date.now();
    for (;;) {
      try {
        await connection.workflowService.listOpenWorkflowExecutions({
          namespace,
          startTimeFilter: {},
          maximumPageSize: 1,
        });
        return;
      } catch (error) {
        if (grpcCode(error) !== grpc.notFound || Date.now() - started > START_LIMIT_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    await connection.close();
  }
}

async function connect(address: string): Promise<Connection> {
  try {
    return await Connection.connect({ address, connectTimeout: START_LIMIT_MS });
  } catch (cause) {
    throw new Error(`No Temporal server answers at ${address}: start it, or check TEMPORAL_ADDRESS.`, {
      cause,
    });
  }
}

function grpcCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
