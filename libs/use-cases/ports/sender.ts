/** The office as mails and pages name it. Abstract, so that a program can hand it out. */
export abstract class Office {
  abstract readonly unionName: string;
  abstract readonly officeName: string;
  abstract readonly phone: string;
  abstract readonly email: string;
  /** First name of who signs. */
  abstract readonly signature: string;
}

/** What every mail says of its sender; from configuration. */
export interface Sender {
  readonly from: { readonly name: string; readonly address: string };
  readonly office: Office;
  /** Address of the pages, without a slash at its end; absent while there are none. */
  readonly pagesUrl?: string;
}
