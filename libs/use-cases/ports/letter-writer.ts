import type { Case } from '#domain/application/case/case.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AtPhone } from '#domain/desk/phone.js';
import type { Silence } from '#domain/desk/today.js';
import type { SeenPeople } from '#domain/desk/who.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import type { MessageContent, MessageHead } from '#domain/reminder/message.js';
import type { UndeliveredMail } from './desk-queries.js';
import type { Office } from './sender.js';

/** A message whose hour has come. */
export type DueMessage = { id: string } & Pick<MessageHead, 'person' | 'term' | 'step' | 'tone'> &
  MessageContent;

/** One message with everything its words need; names stand here and nowhere in the domain. */
export interface LetterItem {
  message: DueMessage;
  definition: CallDefinition;
  theCase: Case;
  facts: readonly Fact[];
  /** Human number of the application, ULL-2027-0012. */
  number: string;
  /** Why the fact that the message tells of happened, in somebody's words; absent when there are none any more. */
  reason?: string;
  comune: string;
  /** Head of the application's chain of facts. */
  chainHead: string;
  /** People of the case, for "chiama Giulia": name, roles and telephone. */
  people: { id: string; name: string; roles: Role[]; phone?: string }[];
}

/** What the office's first page is worked out from: all that runs in the union, and its people. */
export interface DeskRows {
  applications: readonly AtPhone[];
  unionBody: string;
  people: SeenPeople;
  silences: readonly Silence[];
  undelivered: readonly UndeliveredMail[];
}

export interface Letter {
  to: { id: string; name: string; roles: Role[] };
  office: Office;
  items: LetterItem[];
  /** Address of the pages; absent while there are none. */
  pages?: string;
  /** Address of the three quick answers of the one message in the letter, with its secret. */
  answers?: string;
  now: LocalDate;
  /** It comes instead of an e-mail that perhaps arrived. */
  replaces?: true;
  /** To somebody of the office, so that the digest counts what the first page counts. */
  desk?: DeskRows;
}

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

/** Puts one e-mail into words. */
export abstract class LetterWriter {
  abstract write(letter: Letter): WrittenLetter;
}
