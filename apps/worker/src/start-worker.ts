import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type WorkflowBundleOption } from '@temporalio/worker';
import type { WorkerConfiguration } from './configuration.js';
import { Relay } from './relay/relay.js';
import { Watchdog } from './relay/watchdog.js';
import { ensureNamespace } from './temporal/namespace.js';
import { TemporalWorkers } from './temporal/temporal-workers.js';

/**
 * Connects to Temporal and starts workers, relay and watchdog.
 * @param bundle the workflows, where they were bundled before.
 */
export async function startWorker(
  app: INestApplicationContext,
  configuration: Pick<
    WorkerConfiguration,
    'temporalAddress' | 'temporalNamespace' | 'databaseUrl' | 'watchdogMs'
  >,
  bundle?: WorkflowBundleOption,
): Promise<void> {
  quietRuntime();
  const { temporalAddress: address, temporalNamespace: namespace } = configuration;
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, namespace);
  await app.get(TemporalWorkers).start(await NativeConnection.connect({ address }), namespace, bundle);
  await app.get(Relay).start(new Client({ connection, namespace }), configuration.databaseUrl);
  app.get(Watchdog).start(configuration.watchdogMs);
  new Logger('worker').log('ready: decides, wakes and sends');
}

let quieted = false;

/** Temporal's own log speaks of trouble only; there is one runtime a process. */
function quietRuntime(): void {
  if (quieted) return;
  quieted = true;
  Runtime.install({ logger: new DefaultLogger('WARN') });
}
