import { z } from 'zod';

/** The office as pages name it, also to who is not signed in: whom to ask for an invitation. From configuration. */
export interface OfficeAnswer {
  unionName: string;
  officeName: string;
  phone: string;
  email: string;
  /** First name of who answers. */
  signature: string;
}

export const mailTestRequest = z.strictObject({ actingBody: z.uuid() });
export type MailTestRequest = z.infer<typeof mailTestRequest>;

/** What became of a mail to oneself. */
export interface MailTestAnswer {
  /** The mail server has taken it. */
  taken: boolean;
  to: string;
  /** The server's own words, or what kept it from answering. */
  server: string;
  /** Italian sentence that says what to do next. */
  detail: string;
}
