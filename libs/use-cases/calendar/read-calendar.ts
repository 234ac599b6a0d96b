import { Injectable } from '@nestjs/common';
import type { Deadline } from '#contracts/deadlines.js';
import { Clock } from '../clock.js';
import { ListDeadlines } from '../desk/list-deadlines.js';
import { Accounts, type AttemptLimits } from '../ports/accounts.js';
import { Calendars } from '../ports/calendars.js';
import { actorOf, People } from '../ports/people.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/**
 * A calendar program asks a few times an hour, and the programs of many people may ask from one address. Within a
 * quarter of an hour: thirty times for one calendar, three hundred from a network address.
 */
const LIMITS: AttemptLimits = { windowSeconds: 900, free: 30, pauseSeconds: 60 };
const FREE_OF_ADDRESS = 300;

/** What the calendar of a person shows. */
export interface ReadCalendarAnswer {
  deadlines: Deadline[];
  /** Milliseconds since the epoch, by the product's clock. */
  at: number;
}

/** The terms that concern a person, for their calendar program, which shows a secret and does not sign in. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly calendars: Calendars,
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly secrets: Secrets,
    private readonly listDeadlines: ListDeadlines,
    private readonly clock: Clock,
  ) {}

  /**
   * @param address network address of who asks.
   * @throws Refusal `CAL-404` when the secret opens nothing (any more), `CAL-429` after too many requests.
   */
  async run(secret: string, address: string): Promise<ReadCalendarAnswer> {
    await this.admit(secret, address);
    const person = await this.calendars.personOf(this.secrets.hashOf(secret));
    const profile = person === undefined ? undefined : await this.people.profileOf(person);
    if (profile === undefined) {
      throw new Refusal(
        'CAL-404',
        'Questo calendario non c’è più: prendi un indirizzo nuovo dalla pagina Scadenze.',
      );
    }
    const { deadlines } = await this.listDeadlines.run(actorOf(profile));
    return { deadlines, at: await this.clock.now() };
  }

  /** Counted apart from sign-ins: a calendar that asks too often keeps nobody from coming in. */
  private async admit(secret: string, address: string): Promise<void> {
    const wait = await this.accounts.admitAttempt(
      this.secrets.hashOf(`calendario ${secret}`),
      this.secrets.hashOf(`calendario ${address}`),
      LIMITS,
      FREE_OF_ADDRESS,
    );
    if (wait === 0) return;
    throw new Refusal('CAL-429', 'Il calendario è stato chiesto troppe volte: basta una volta ogni ora.', {
      retryAfterSeconds: wait,
    });
  }
}
