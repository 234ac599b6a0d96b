import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Runtime } from '@temporalio/worker';
import { type Child, startChild } from '../../apps/demo/child.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { provisionTestServer } from '../../apps/demo/provision-test-server.js';

/** The SDK, when it starts the server itself, gives up after five seconds, which a busy machine needs. */
const START_LIMIT = '60 seconds';

/** Where Temporal's test server is Java: it lives for a minute, and need not be made fast first. */
const JAVA = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Starts Temporal's time-skipping test server; the caller calls `teardown()`. It has one clock, which only goes forward:
 * who asks for one gets a server of its own.
 */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const command = await provisionTestServer((line) => process.stderr.write(`${line}\n`));
  const port = await anyFreePort();
  const said: string[] = [];
  const server = startChild({
    name: 'time-skipping test server',
    command,
    args: [String(port)],
    environment: { ...process.env, JAVA_TOOL_OPTIONS: JAVA },
    onLine: (line) => said.push(line),
    graceSeconds: 5,
  });
  const died = server.exited.then(() => {
    throw new Error(`The time-skipping test server ended:\n${said.join('\n')}`);
  });
  try {
    return await Promise.race([SkippingEnvironment.of(server, `127.0.0.1:${port}`), died]);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The SDK's environment on a server that it has not started, as its own `createFromExistingServer` skips no time. */
class SkippingEnvironment extends TestWorkflowEnvironment {
  readonly #server: Child;

  private constructor(
    server: Child,
    connection: Connection,
    nativeConnection: NativeConnection,
    address: string,
  ) {
    const options = { server: { type: 'existing' as const }, client: {}, plugins: [] };
    super(Runtime.instance(), options, true, 'existing', connection, nativeConnection, 'default', address);
    this.#server = server;
  }

  static async of(server: Child, address: string): Promise<SkippingEnvironment> {
    const options = { address, [InternalConnectionOptionsSymbol]: { supportsTestService: true } };
    const connection = await Connection.connect({
      ...options,
      connectTimeout: START_LIMIT,
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 500 },
    });
    return new this(server, connection, await NativeConnection.connect(options), address);
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    await this.#server.stop();
  }
}
