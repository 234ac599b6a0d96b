import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ListedToken } from '#contracts/identity.js';
import {
  Accounts,
  type AttemptLimits,
  type KeptSession,
  type NewSession,
  type SaidInvitation,
} from '#use-cases/ports/accounts.js';
import { asNobody, asPerson } from '../scoped.js';
import { endOf, openSession, sessionsOf } from './sessions.js';

/** Accounts in PostgreSQL; each question about a secret is answered by one function of the database. */
@Injectable()
export class PostgresAccounts extends Accounts {
  constructor(private readonly source: DataSource) {
    super();
  }

  override async admitAttempt(
    about: string,
    address: string,
    { windowSeconds, free, pauseSeconds }: AttemptLimits,
    freeOfAddress: number,
  ): Promise<number> {
    // In a transaction of its own: a sign-in that fails later has been counted.
    return asNobody(this.source, async (manager) => {
      const values = [about, address, windowSeconds, free, pauseSeconds, freeOfAddress];
      return (await one<number>(manager, 'admit_attempt($1, $2, $3, $4, $5, $6)', values)) ?? 0;
    });
  }

  override async forgetAttempts(about: string): Promise<void> {
    await asNobody(this.source, (manager) => one(manager, 'forget_sign_in_attempts($1)::text', [about]));
  }

  override async withdrawAttempt(about: string): Promise<void> {
    await asNobody(this.source, (manager) => one(manager, 'withdraw_attempt($1)::text', [about]));
  }

  override async knowsDevice(email: string, device: string): Promise<boolean> {
    return asNobody(
      this.source,
      async (manager) => (await one<boolean>(manager, 'knows_device($1, $2)', [email, device])) === true,
    );
  }

  override async keepDevice(person: string, device: string): Promise<void> {
    await asPerson(this.source, person, (manager) => one(manager, 'keep_device($1)::text', [device]));
  }

  override async accountOf(email: string): Promise<{ person: string; hash: string } | undefined> {
    return asNobody(this.source, async (manager) => {
      const rows: { person: string; hash: string }[] = await manager.query(
        'select person_id as person, hash from account_of_email($1)',
        [email],
      );
      return rows[0];
    });
  }

  override async startCode(
    email: string,
    hash: string,
    minutes: number,
    most: number,
  ): Promise<string | undefined> {
    return asNobody(this.source, async (manager) => {
      const rows: { name: string }[] = await manager.query(
        'select name from start_sign_in_code($1, $2, $3, $4)',
        [email, hash, minutes, most],
      );
      return rows[0]?.name;
    });
  }

  override async useCode(email: string, hash: string): Promise<string | undefined> {
    return asNobody(this.source, (manager) =>
      one<string>(manager, 'use_sign_in_code($1, $2)', [email, hash]),
    );
  }

  override openSession(session: NewSession): Promise<string> {
    return asPerson(this.source, session.person, (manager) => openSession(manager, session));
  }

  override async closeSession(person: string, hash: string): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      manager.query('delete from session where hash = $1 and person_id = $2', [hash, person]),
    );
  }

  override async sessionsOf(person: string): Promise<KeptSession[]> {
    return asPerson(this.source, person, (manager) => sessionsOf(manager, person));
  }

  override async closeSessionById(person: string, id: string): Promise<boolean> {
    return asPerson(this.source, person, async (manager) => {
      const [, closed]: [unknown[], number] = await manager.query(
        'delete from session where id = $1 and person_id = $2',
        [id, person],
      );
      return closed > 0;
    });
  }

  override async closeOtherSessions(person: string, hash: string): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      manager.query('delete from session where person_id = $1 and hash <> $2', [person, hash]),
    );
  }

  override async personOfSession(hash: string): Promise<string | undefined> {
    return asNobody(this.source, (manager) => one<string>(manager, 'person_of_session($1)', [hash]));
  }

  override async keepToken(token: {
    person: string;
    hash: string;
    label: string;
    days: number;
  }): Promise<{ id: string; expiresAt: string }> {
    return asPerson(this.source, token.person, async (manager) => {
      const id = uuid();
      const rows: { expires_at: Date }[] = await manager.query(
        `insert into api_token (hash, id, union_id, person_id, label, expires_at)
         values ($1, $2, app_union(), $3, $4, clock_timestamp() + make_interval(days => $5)) returning expires_at`,
        [token.hash, id, token.person, token.label, token.days],
      );
      return { id, expiresAt: endOf(rows) };
    });
  }

  override async tokensOf(person: string): Promise<ListedToken[]> {
    return asPerson(this.source, person, async (manager) => {
      const rows: { id: string; label: string; expires_at: Date }[] = await manager.query(
        `select id, label, expires_at from api_token
          where person_id = $1 and revoked_at is null and expires_at > clock_timestamp() order by id desc`,
        [person],
      );
      return rows.map(({ id, label, expires_at }) => ({ id, label, expiresAt: expires_at.toISOString() }));
    });
  }

  override async revokeToken(person: string, id: string): Promise<boolean> {
    return asPerson(this.source, person, async (manager) => {
      const [rows]: [unknown[], number] = await manager.query(
        `update api_token set revoked_at = clock_timestamp()
          where id = $1 and person_id = $2 and revoked_at is null returning id`,
        [id, person],
      );
      return rows.length > 0;
    });
  }

  override async personOfToken(hash: string): Promise<string | undefined> {
    return asNobody(this.source, (manager) => one<string>(manager, 'person_of_token($1)', [hash]));
  }

  override async passwordOf(person: string): Promise<string | undefined> {
    return asPerson(this.source, person, (manager) => one<string>(manager, 'own_password()', []));
  }

  override async openedByCode(person: string, hash: string, minutes: number): Promise<boolean> {
    return asPerson(this.source, person, async (manager) => {
      const rows: unknown[] = await manager.query(
        `select 1 from session where person_id = $1 and hash = $2 and opened_by = 'code'
            and created_at > clock_timestamp() - make_interval(mins => $3)`,
        [person, hash, minutes],
      );
      return rows.length > 0;
    });
  }

  override async setPassword(person: string, passwordHash: string, session: string): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      one(manager, 'set_own_password($1, $2)::text', [passwordHash, session]),
    );
  }

  override async hasPassword(by: string, person: string): Promise<boolean> {
    return asPerson(
      this.source,
      by,
      async (manager) => (await one<boolean>(manager, 'has_credential($1)', [person])) === true,
    );
  }

  override async personOfInvitation(hash: string): Promise<string | undefined> {
    return asNobody(this.source, (manager) => one<string>(manager, 'person_of_invitation($1)', [hash]));
  }

  override async invitationSaid(hash: string): Promise<SaidInvitation | undefined> {
    return asNobody(this.source, async (manager) => {
      const rows: { name: string; email: string | null; union_name: string; expires_at: Date }[] =
        await manager.query('select * from invitation_said($1)', [hash]);
      const [row] = rows;
      if (row === undefined) return undefined;
      const { name, email, union_name: union, expires_at: expiresAt } = row;
      return { name, email, union, expiresAt: expiresAt.toISOString() };
    });
  }

  override async acceptInvitation(hash: string, passwordHash: string): Promise<string | undefined> {
    return asNobody(this.source, (manager) =>
      one<string>(manager, 'accept_invitation($1, $2)', [hash, passwordHash]),
    );
  }
}

/** The one value that a function of the database answers; undefined for null. */
async function one<T>(manager: EntityManager, call: string, values: unknown[]): Promise<T | undefined> {
  const rows: { value: T | null }[] = await manager.query(`select ${call} as value`, values);
  return rows[0]?.value ?? undefined;
}
