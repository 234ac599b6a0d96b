import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Cents } from '#domain/money/money.js';
import type { MessageKind } from '#domain/reminder/message-kinds.js';
import type { About, Dates, MailItem } from './mail-items.js';

export type * from './mail-items.js';

/** Everything the words of one e-mail need; no template looks anything up. */
export interface MailView {
  to: {
    name: string;
    /** As people say it: "Giulia"; in a formal letter "Sindaco", or name and surname, which are right for everybody. */
    greetingName: string;
    /** Lei, to mayors and secretaries; tu to everybody else. */
    formal: boolean;
    /** Works for the union: several items become the office's morning digest. */
    officer?: boolean;
  };
  office: { unionName: string; officeName: string; phone: string; email: string; signature: string };
  items: [MailItem, ...MailItem[]];
  /** Absent while there are no pages: the same words, without button and links. */
  links?: {
    /** Address of the pages, `https://capofila.unione.example`, without a slash at the end. */
    base: string;
  };
  /** The three answers by the token of this one message; each opens one question with one button. */
  quickAnswers?: QuickAnswers;
  /** The day on which it is sent, in Rome. */
  now: LocalDate;
  /** It comes instead of an e-mail that perhaps arrived. */
  replaces?: true;
  /** For the office's digest: the head of each application's chain of facts, so that the mailbox can prove it later. */
  chainHeads?: { number: string; head: string }[];
  /** For the office's digest: what its first page says that morning. */
  desk?: OfficeDesk;
}

/** What the office's first page counts and lists, by the rules of `libs/domain/desk`. */
export interface OfficeDesk {
  atRiskCents: Cents;
  /** What must be done now. */
  todo: DeskLine[];
  /** Whom the office must telephone, who asked first. */
  phone: DeskPhone[];
  /** Whose mail did not arrive. */
  failed: DeskFailure[];
  /** What else has its day to work by this week. */
  week: DeskLine[];
}

/** An application with the date by which it asks for something, where one runs; `end` where that is official. */
export interface DeskLine extends About {
  /** What comes before anything that is missing, in the first page's own words. */
  attention?: string;
  dates?: Dates;
  /** What is missing, the first first. */
  missing: string[];
}

/** A telephone call that is open, in the first page's own sentence. */
export interface DeskPhone extends About {
  sentence: string;
  whom?: { name: string; role?: string; phone?: string };
}

export interface DeskFailure {
  name: string;
  /** Names of the bodies in which the person has a role. */
  bodies: string[];
  address: string;
  /** There is no such address; else the mail was refused for another reason. */
  dead: boolean;
}

export interface QuickAnswers {
  done: string;
  cannot: string;
  notMine: string;
}

// Each kind of message has its item: a new kind does not compile without one.
type Unwritten = Exclude<MessageKind, MailItem['kind']>;
const _everyKind: Unwritten extends never ? true : Unwritten = true;
void _everyKind;
