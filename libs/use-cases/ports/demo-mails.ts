/** A mail that the demo's mail server kept. */
export interface KeptMail {
  /** 1, 2, 3 ... in the order of arrival. */
  number: number;
  /** The mail's own date, by the demo's clock: ISO 8601 in UTC. */
  date: string;
  to: readonly string[];
  subject: string;
}

export interface KeptMailContent {
  from: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
}

/** The demo's mailbox, which no production has. */
export abstract class DemoMails {
  /** In the order of arrival. */
  abstract list(): Promise<KeptMail[]>;
  abstract content(number: number): Promise<KeptMailContent | undefined>;
}
