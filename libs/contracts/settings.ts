import { z } from 'zod';

/** The office as pages name it, also to who is not signed in: whom to ask for an invitation. From configuration. */
export const officeAnswer = z
  .strictObject({
    unionName: z.string(),
    officeName: z.string(),
    phone: z.string(),
    email: z.string(),
    /** First name of who answers. */
    signature: z.string(),
  })
  .meta({ id: 'OfficeAnswer' });
export type OfficeAnswer = z.infer<typeof officeAnswer>;

export const mailTestRequest = z.strictObject({ actingBody: z.uuid() });

/** What became of a mail to oneself. */
export const mailTestAnswer = z
  .strictObject({
    /** The mail server has taken it. */
    taken: z.boolean(),
    to: z.string(),
    /** The server's own words, or what kept it from answering. */
    server: z.string(),
    /** Italian sentence that says what to do next. */
    detail: z.string(),
  })
  .meta({ id: 'MailTestAnswer' });
export type MailTestAnswer = z.infer<typeof mailTestAnswer>;
