import { z } from 'zod';

/** What API and worker both must know to write to people: the mail server, and what mails say of their sender. */
export const mailSettings = z.object({
  smtpUrl: z.url(),
  mailFrom: z.email().default('capofila@unione.example'),
  /** Address of the web pages, without a slash at its end; mails carry no button without it. */
  pagesUrl: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  unionName: z.string().default('Unione dei Comuni'),
  officeName: z.string().default("Ufficio ICT dell'Unione"),
  officePhone: z.string().default('0973 000 000'),
  officeEmail: z.email().default('ict@unione.example'),
  officeSignature: z.string().default('Marta'),
});
export type MailSettings = z.infer<typeof mailSettings>;

/** The variables of `mailSettings`, as they stand in the environment; not yet checked. */
export function mailVariables(env: NodeJS.ProcessEnv): Record<keyof MailSettings, string | undefined> {
  return {
    smtpUrl: env['CAPOFILA_SMTP_URL'],
    mailFrom: env['CAPOFILA_MAIL_FROM'],
    // A compose file passes on what is not set as an empty text.
    pagesUrl: env['CAPOFILA_PAGES_URL'] || undefined,
    unionName: env['CAPOFILA_UNION_NAME'],
    officeName: env['CAPOFILA_OFFICE_NAME'],
    officePhone: env['CAPOFILA_OFFICE_PHONE'],
    officeEmail: env['CAPOFILA_OFFICE_EMAIL'],
    officeSignature: env['CAPOFILA_OFFICE_SIGNATURE'],
  };
}

/** The same settings as mails use them. */
export function senderOf(settings: MailSettings) {
  return {
    from: { name: settings.officeName, address: settings.mailFrom },
    office: {
      unionName: settings.unionName,
      officeName: settings.officeName,
      phone: settings.officePhone,
      email: settings.officeEmail,
      signature: settings.officeSignature,
    },
    ...(settings.pagesUrl === undefined ? {} : { pagesUrl: settings.pagesUrl }),
  };
}
