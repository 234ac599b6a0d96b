import { Injectable } from '@nestjs/common';
import { Accounts, type AttemptLimits } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

const QUARTER_OF_AN_HOUR = 900;
const WEEK = 7 * 86_400;

/**
 * What is tried, each counted for itself: whoever guesses a password leaves the way by code open. After the free tries
 * of a window one is heard each pause. Six digits are guessed over days too, so their window is a week.
 */
export const ATTEMPTS = {
  password: { windowSeconds: QUARTER_OF_AN_HOUR, free: 10, pauseSeconds: 60 },
  code: { windowSeconds: WEEK, free: 20, pauseSeconds: 3_600 },
  askCode: { windowSeconds: QUARTER_OF_AN_HOUR, free: 10, pauseSeconds: 60 },
  invitation: { windowSeconds: QUARTER_OF_AN_HOUR, free: 10, pauseSeconds: 60 },
  ownPassword: { windowSeconds: QUARTER_OF_AN_HOUR, free: 10, pauseSeconds: 60 },
} as const satisfies Record<string, AttemptLimits>;

/** From one network address within a quarter of an hour, whatever is tried: a comune's people share one. */
const FREE_OF_ADDRESS = 50;

/** Where an attempt comes from. */
export interface From {
  /** Network address. */
  readonly address: string;
  /** Secret of the browser, where its person has come in with it before. */
  readonly device?: string;
}

/** An attempt that is heard, by the hash under which it is counted. */
export interface Heard {
  readonly about: string;
  /** It comes from a device that the person has used. */
  readonly known: boolean;
}

/** Counts attempts to come in, whatever they are made with: password, code or invitation. */
@Injectable()
export class AdmitAttempt {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  /**
   * A device that the person has used before is counted by itself: no stranger, and no neighbour, makes it wait.
   * @param about what is tried: an e-mail address, an invitation; counted by its hash.
   * @throws Refusal `ACC-02` where one must wait.
   */
  async run(kind: keyof typeof ATTEMPTS, about: string, from: From): Promise<Heard> {
    const device = from.device === undefined ? undefined : this.secrets.hashOf(from.device);
    const known = device !== undefined && (await this.accounts.knowsDevice(about, device));
    const heard = { known, about: this.secrets.hashOf(known ? `${kind} ${device}` : `${kind} ${about}`) };
    const wait = await this.accounts.admitAttempt(
      heard.about,
      known ? heard.about : this.secrets.hashOf(from.address),
      ATTEMPTS[kind],
      FREE_OF_ADDRESS,
    );
    if (wait > 0) throw tooMany(wait);
    return heard;
  }

  /** A success forgets the mistakes before it. */
  async forget({ about }: Heard): Promise<void> {
    await this.accounts.forgetAttempts(about);
  }

  /** The one that was right is no mistake; whose the others were nobody knows. */
  async withdraw({ about }: Heard): Promise<void> {
    await this.accounts.withdrawAttempt(about);
  }
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  return new Refusal(
    'ACC-02',
    `Troppi tentativi: riprova tra ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, entra in un altro modo, o chiedi aiuto all’ufficio ICT dell’Unione.`,
    { retryAfterSeconds: seconds },
  );
}
