import { z } from 'zod';

const schema = z.object({
  mode: z.enum(['production', 'demo', 'test']).default('production'),
  databaseUrl: z.url(),
  temporalAddress: z.string().default('127.0.0.1:7233'),
  temporalNamespace: z.string().default('capofila'),
  smtpUrl: z.url(),
  mailFrom: z.email().default('capofila@unione.example'),
  /** Address of the web pages, without a slash at its end; mails carry no button without it. */
  pagesUrl: z.url().optional(),
  /** Public address of the API, where the quick answers of a reminder are given. */
  answersUrl: z.url().optional(),
  unionName: z.string().default('Unione dei Comuni'),
  officeName: z.string().default("Ufficio ICT dell'Unione"),
  officePhone: z.string().default('0973 000 000'),
  officeEmail: z.email().default('ict@unione.example'),
  officeSignature: z.string().default('Marta'),
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
    smtpUrl: env['CAPOFILA_SMTP_URL'],
    mailFrom: env['CAPOFILA_MAIL_FROM'],
    pagesUrl: env['CAPOFILA_PAGES_URL'],
    answersUrl: env['CAPOFILA_ANSWERS_URL'],
    unionName: env['CAPOFILA_UNION_NAME'],
    officeName: env['CAPOFILA_OFFICE_NAME'],
    officePhone: env['CAPOFILA_OFFICE_PHONE'],
    officeEmail: env['CAPOFILA_OFFICE_EMAIL'],
    officeSignature: env['CAPOFILA_OFFICE_SIGNATURE'],
    watchdogMs: env['CAPOFILA_WATCHDOG_MS'],
  });
  if (configuration.mode === 'production' && env['CAPOFILA_FAILPOINT'] !== undefined) {
    throw new Error('CAPOFILA_FAILPOINT is for tests: production refuses it.');
  }
  return configuration;
}
