import { Injectable } from '@nestjs/common';
import { Accounts, type OpenedBy } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';

/**
 * Hours a session lasts, fixed: a device of one's own is known for 30 days, a computer that others use too for a
 * working day at most, and its browser forgets it when it is closed.
 */
const SESSION_HOURS = { own: 720, shared: 12 } as const;

/** A session that was opened: its secret goes into the browser's cookie and is kept nowhere else. */
export interface OpenedSession {
  readonly person: string;
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
  readonly shared: boolean;
  /** Secret by which the browser is known next time; none on a computer that others use too. */
  readonly device?: string;
}

/** What a browser says of itself when somebody signs in. */
export interface Visitor {
  /** Network address. */
  readonly address: string;
  /** Secret by which the browser is known, if it is. */
  readonly device?: string;
  readonly userAgent?: string;
  /** The person says that others use this computer too. */
  readonly sharedComputer: boolean;
}

/** Opens a session for a person who has shown who it is. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  async run(person: string, openedBy: OpenedBy, visitor: Visitor): Promise<OpenedSession> {
    const { secret, hash } = this.secrets.make();
    const shared = visitor.sharedComputer;
    const expiresAt = await this.accounts.openSession({
      person,
      hash,
      openedBy,
      shared,
      hours: shared ? SESSION_HOURS.shared : SESSION_HOURS.own,
      ...(visitor.userAgent === undefined ? {} : { userAgent: visitor.userAgent.slice(0, 200) }),
    });
    return { person, secret, expiresAt, shared, ...(await this.device(person, visitor)) };
  }

  private async device(person: string, visitor: Visitor): Promise<{ device?: string }> {
    if (visitor.sharedComputer) return {};
    const device = visitor.device ?? this.secrets.make().secret;
    await this.accounts.keepDevice(person, this.secrets.hashOf(device));
    return { device };
  }
}
