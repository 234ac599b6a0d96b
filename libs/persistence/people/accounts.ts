import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Accounts, type ListedToken, type SignInLimits } from '#use-cases/ports/accounts.js';
import { asNobody, asPerson } from '../scoped.js';

/** Accounts in PostgreSQL; each question about a secret is answered by one function of the database. */
@Injectable()
export class PostgresAccounts extends Accounts {
  constructor(private readonly source: DataSource) {
    super();
  }

  override async admitSignIn(email: string, address: string, limits: SignInLimits): Promise<number> {
    // In a transaction of its own: a sign-in that fails later has been counted.
    return asNobody(this.source, async (manager) => {
      const { windowSeconds, perEmail, perAddress } = limits;
      const values = [email, address, windowSeconds, perEmail, perAddress];
      return (await one<number>(manager, 'admit_sign_in($1, $2, $3, $4, $5)', values)) ?? 0;
    });
  }

  override async forgetSignInAttempts(email: string): Promise<void> {
    await asNobody(this.source, (manager) => one(manager, 'forget_sign_in_attempts($1)::text', [email]));
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

  override async openSession(session: {
    person: string;
    hash: string;
    hours: number;
    userAgent?: string;
  }): Promise<string> {
    return asPerson(this.source, session.person, async (manager) => {
      const rows: { expires_at: Date }[] = await manager.query(
        `insert into session (hash, union_id, person_id, expires_at, user_agent)
         values ($1, app_union(), $2, clock_timestamp() + make_interval(hours => $3), $4) returning expires_at`,
        [session.hash, session.person, session.hours, session.userAgent ?? null],
      );
      // Nobody looks at ended sessions any more; the next sign-in of the person sweeps them away.
      await manager.query('delete from session where person_id = $1 and expires_at < clock_timestamp()', [
        session.person,
      ]);
      return endOf(rows);
    });
  }

  override async closeSession(person: string, hash: string): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      manager.query('delete from session where hash = $1 and person_id = $2', [hash, person]),
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

function endOf(rows: readonly { expires_at: Date }[]): string {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gave no row');
  return row.expires_at.toISOString();
}
