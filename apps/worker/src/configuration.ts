import { z } from 'zod';
import { mailSettings, mailVariables } from '#configuration/mail-settings.js';

const schema = mailSettings.extend({
  mode: z.enum(['production', 'demo', 'test']).default('production'),
  databaseUrl: z.url(),
  temporalAddress: z.string().default('127.0.0.1:7233'),
  temporalNamespace: z.string().default('capofila'),
  /** Public address of the API, where the quick answers of a reminder are given. */
  answersUrl: z.url().optional(),
  /** The API's folder of documents, which is read once a week; only tests do without. */
  dataFolder: z.string().optional(),
  /** The real clock's milliseconds after which the watchdog looks for cases that nobody woke. */
  watchdogMs: z.coerce.number().int().min(50).default(60_000),
});

export type WorkerConfiguration = z.infer<typeof schema>;

/** Reads the worker's settings from the environment; throws with every fault at once, in English. */
export function readConfiguration(env: NodeJS.ProcessEnv): WorkerConfiguration {
  const configuration = schema.parse({
    mode: env['CAPOFILA_MODE'],
    databaseUrl: env['CAPOFILA_DATABASE_URL'],
    temporalAddress: env['TEMPORAL_ADDRESS'],
    temporalNamespace: env['TEMPORAL_NAMESPACE'],
    ...mailVariables(env),
    answersUrl: env['CAPOFILA_ANSWERS_URL'],
    dataFolder: env['CAPOFILA_DATA_DIR'],
    watchdogMs: env['CAPOFILA_WATCHDOG_MS'],
  });
  if (configuration.mode === 'production' && env['CAPOFILA_FAILPOINT'] !== undefined) {
    throw new Error('CAPOFILA_FAILPOINT is for tests: production refuses it.');
  }
  if (configuration.mode === 'production' && configuration.dataFolder === undefined) {
    throw new Error(
      'CAPOFILA_DATA_DIR is needed: the folder of the documents, which the worker reads once a week.',
    );
  }
  return configuration;
}
