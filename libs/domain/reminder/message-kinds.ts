import type { FindingCode } from '#domain/fact/fact-kinds.js';
import type { AskedOf, Thing } from '#domain/fact/asked-of.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';

/**
 * What a message says, by its kind: codes, dates and ids, which the templates in `libs/notifications` turn into words.
 */
export interface MessageBodies {
  /** Does the comune take part? (type F) */
  invitation: AskedOf & { announces?: Announcement[] };
  /**
   * A term with something missing (types A, B, C, D, E, I). `unlooked`: all of it lies here and waits for the office, which
   * is reminded to look; a comune hears in the last days that it may send all the same.
   */
  reminder: AskedOf & { announces?: Announcement[]; unlooked?: true };
  /** To the next person, announced before it happens: of a term, or of a go-ahead. */
  escalation: AskedOf & (ApprovalTurn | NoTurn) & { announced?: Announced };
  /** An extension, reopening or suspension: old and new date, once. */
  termMoved: { oldEnd: LocalDate; newEnd: LocalDate; act: string; toldOn: LocalDate };
  /** The call itself: withdrawn, its money used up, money again. `about` is the fact. */
  callNews:
    | { news: 'withdrawn' | 'fundsAgain'; about: string }
    /** What was sent while the call was closed must be sent again, by the end as it stands; `about` is the gap. */
    | (Pressing & {
        news: 'sendAgain';
        about: string;
        act: string;
        from: LocalDate;
        to: LocalDate;
        end: LocalDate;
        unsure?: boolean;
      })
    | { news: 'fundsExhausted'; about: string; act: string; on: LocalDate };
  /** We had told a wrong date; of a term that does not run at all there is no right one. */
  dateCorrected: { oldEnd: LocalDate; toldOn: LocalDate } & (
    { newEnd: LocalDate; gone?: never } | { newEnd?: never; gone: string; round: number }
  );
  /** Confirmation of an upload or of an act with its proof, at once, not digested. */
  documentFiled: { on: LocalDate; at: string } & (
    (FiledPaper & { milestone?: never }) | { milestone: string; requirement?: never }
  );
  /** A paper, or what asked for a go-ahead, sent back; the reason is a detail of the fact `because`. */
  documentReturned: AskedOf &
    Pressing & { because: string } & (
      { requirement: string; document: string; sentBack?: never } | { sentBack: string; requirement?: never }
    );
  approvalAsked: ApprovalTurn & Pressing & { announces?: Announcement[] };
  /** "Did anything arrive by PEC?" (type H) */
  question: { stage: string; since: LocalDate };
  /** Once a week: what an official act went on without is still owed (issue 11 A). */
  stillOwed: { things: Thing[] };
  /** Office: somebody must be telephoned. */
  officeCall:
    | ({ why: 'unanswered' } & AskedOf & (ApprovalTurn | NoTurn))
    | ({ why: 'silence' } & MissedTerm)
    | ({ why: 'talk'; talk: string; role?: Role } & AskedOf)
    | ({ why: 'cannot' | 'notMine'; about: string } & AnsweredAbout & Pressing)
    | { why: 'funds'; about: string; act: string };
  /** Office: Monday round. */
  officeRound: { stage: string; since: LocalDate };
  /** Office: lapse, negative outcome, withdrawal, finding, dead address (at once). */
  officeNews:
    | ({ news: 'termLapsed' | 'neverAnswered' | 'reinstated' | 'runsAgain' } & MissedTerm & {
          /** Of one that passed: who got no reminder in its last days (ids). */
          unreminded?: string[];
        })
    | { news: 'interrupt'; interrupt: string; on: LocalDate }
    /** A paper had to exist before the act, and is not here. */
    | (Thing & { news: 'mayBeExcluded'; act: string })
    | { news: 'stage'; stage: string }
    | (Pressing & {
        news: 'finding';
        /** Older messages do not say it. */
        id?: string;
        code: FindingCode;
        cup?: string;
        with?: string;
        cents?: number;
        against?: number;
        holds?: true;
      })
    | ({ news: 'saysDone' } & AnsweredAbout)
    | { news: 'deadAddress'; about: string; state: 'dead' | 'failed' };
  /** Office: a document waits to be looked at. */
  officeReview: FiledPaper & Pressing;
}

/** It changes whose turn it is shortly before a peremptory end, whose day to work by it says: it goes alone. */
export interface Pressing {
  presses?: LocalDate;
}

/** Who is told next, and on which day. */
export interface Announcement {
  to: Role;
  on: LocalDate;
}

/** Whom an earlier e-mail told that this one would come (ids, as nobody is named here), and on which day. */
export interface Announced {
  to: string[];
  on: LocalDate;
}

/** It is this role's turn to give a go-ahead: since when, and by when the office telephones. */
export interface ApprovalTurn extends AskedOf {
  /** The requirement. */
  approval: string;
  role: Role;
  since: LocalDate;
  workBy: LocalDate;
}

interface NoTurn {
  approval?: never;
}

interface MissedTerm {
  term: string;
  round: number;
  end: LocalDate;
}

/** What the e-mail was about that somebody answered; older answers do not say it. */
interface AnsweredAbout extends AskedOf {
  term?: string;
  round?: number;
  requirement?: string;
  suggests?: string;
}

interface FiledPaper extends AskedOf {
  requirement: string;
  document: string;
  sha256: string;
}

export type MessageKind = keyof MessageBodies;

interface Kind {
  /** As a line names it, and in a sentence with who gets it where that reads otherwise. */
  name: string;
  said?: (to: string) => string;
  /** As the command calls it. */
  english: string;
  /** It asks somebody for something by a term; once that has passed it would ask for what cannot be done. */
  asks: boolean;
  /** It asks again and again for one thing: of several that wait only the latest goes. */
  repeats: boolean;
  /** It goes to the union's officers only. */
  forOffice: boolean;
}

/** All that is told of a kind of message beside its template, in `libs/notifications/templates`. */
export const MESSAGE_KINDS = {
  invitation: {
    name: 'Invito a partecipare',
    said: (to) => `Invito ${to}`,
    english: 'Invitation',
    asks: true,
    repeats: true,
    forOffice: false,
  },
  reminder: { name: 'Promemoria', english: 'Reminder', asks: true, repeats: true, forOffice: false },
  escalation: {
    name: 'Richiesta di aiuto',
    english: 'Escalation',
    asks: true,
    repeats: true,
    forOffice: false,
  },
  termMoved: {
    name: 'Nuova data',
    said: (to) => `Avviso ${to} della nuova data`,
    english: 'New date',
    asks: false,
    repeats: false,
    forOffice: false,
  },
  callNews: {
    name: 'Notizia sull’avviso',
    said: (to) => `Notizia ${to} sull’avviso`,
    english: 'News of the call',
    asks: false,
    repeats: false,
    forOffice: false,
  },
  dateCorrected: {
    name: 'Correzione di una data',
    said: (to) => `Avviso ${to} della data giusta`,
    english: 'Corrected date',
    asks: false,
    repeats: false,
    forOffice: false,
  },
  documentFiled: {
    name: 'Conferma',
    english: 'Confirmation of upload',
    asks: false,
    repeats: false,
    forOffice: false,
  },
  documentReturned: {
    name: 'Documento da correggere',
    said: (to) => `Richiesta ${to} di correggere un documento`,
    english: 'Paper sent back',
    asks: false,
    repeats: false,
    forOffice: false,
  },
  approvalAsked: {
    name: 'Richiesta di via libera',
    english: 'Go-ahead asked',
    asks: false,
    repeats: true,
    forOffice: false,
  },
  question: {
    name: 'Domanda: è arrivato qualcosa via PEC?',
    said: (to) => `Domanda ${to}, se è arrivato qualcosa via PEC`,
    english: 'Question whether a PEC arrived',
    asks: false,
    repeats: true,
    forOffice: false,
  },
  stillOwed: {
    name: 'Che cosa manca ancora',
    said: (to) => `Promemoria ${to} di che cosa manca ancora`,
    english: 'Still owed',
    asks: false,
    repeats: true,
    forOffice: false,
  },
  officeCall: {
    name: 'Telefonata da fare',
    said: (to) => `Avviso ${to} di telefonare`,
    english: 'Office must telephone',
    asks: true,
    repeats: true,
    forOffice: true,
  },
  officeRound: {
    name: 'Giro della settimana',
    said: (to) => `Promemoria ${to} del giro settimanale sulla piattaforma`,
    english: 'Weekly look at the platform',
    asks: false,
    repeats: true,
    forOffice: true,
  },
  officeNews: {
    name: 'Novità per l’ufficio',
    said: (to) => `Notizia ${to}`,
    english: 'News for the office',
    asks: false,
    repeats: false,
    forOffice: true,
  },
  officeReview: {
    name: 'Documento da controllare',
    said: (to) => `Richiesta ${to} di controllare un documento`,
    english: 'Paper to look at',
    asks: false,
    repeats: false,
    forOffice: true,
  },
} as const satisfies Record<MessageKind, Kind>;
