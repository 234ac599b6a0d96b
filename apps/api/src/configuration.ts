import { z } from 'zod';
import { mailSettings, mailVariables } from '#configuration/mail-settings.js';

const schema = mailSettings.extend({
  mode: z.enum(['production', 'demo', 'test']).default('production'),
  databaseUrl: z.url(),
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  host: z.string().default('127.0.0.1'),
  /** Addresses of the proxies in front, whose word on the client's address counts (the limit of sign-ins counts by it). */
  trustedProxies: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .default([]),
  dataFolder: z.string().default('.capofila/data'),
  /** Folder in which the demo's mail server keeps its mails; read in demos only. */
  demoMailFolder: z.string().optional(),
  /** The built pages; where there is no such folder, the API answers alone. */
  webFolder: z.string().default('dist/web'),
});

export type ApiConfiguration = z.infer<typeof schema>;

/** Reads the API's settings from the environment; throws with every fault at once, in English. */
export function readConfiguration(env: NodeJS.ProcessEnv): ApiConfiguration {
  const configuration = schema.parse({
    ...mailVariables(env),
    mode: env['CAPOFILA_MODE'],
    databaseUrl: env['CAPOFILA_DATABASE_URL'],
    port: env['CAPOFILA_HTTP_PORT'],
    host: env['CAPOFILA_HTTP_HOST'],
    trustedProxies: env['CAPOFILA_TRUSTED_PROXIES'],
    dataFolder: env['CAPOFILA_DATA_DIR'],
    demoMailFolder: env['CAPOFILA_DEMO_MAIL_DIR'],
    webFolder: env['CAPOFILA_WEB_DIR'],
  });
  if (configuration.mode === 'production' && env['CAPOFILA_FAILPOINT'] !== undefined) {
    throw new Error('CAPOFILA_FAILPOINT is for tests: production refuses it.');
  }
  return configuration;
}
