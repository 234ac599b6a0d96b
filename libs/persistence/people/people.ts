import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CapabilityKind, MailPreferences } from '#contracts/identity.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { NewInvitation } from '#use-cases/ports/accounts.js';
import type { Overtaken } from '#use-cases/refusal.js';
import {
  type GivenRole,
  type ListedPerson,
  type Mandate,
  type NewAbsence,
  type NewPerson,
  type OwnPage,
  People,
  type PersonContacts,
  type Profile,
} from '#use-cases/ports/people.js';
import { asPerson } from '../scoped.js';
import { lastWriter, unchanged } from './last-writer.js';
import { keepInvitation } from './invitations.js';
import { ABSENCES, CAPABILITIES, LISTED } from './listed.js';
import { addRole, endReplaced, mandatesOf } from './roles.js';

/** People in PostgreSQL, each query in the name of the person who asks. */
@Injectable()
export class PostgresPeople extends People {
  constructor(private readonly source: DataSource) {
    super();
  }

  override async profileOf(person: string): Promise<Profile | undefined> {
    return asPerson(this.source, person, async (manager) => {
      const rows: {
        name: string;
        email: string | null;
        id: string;
        union_name: string;
        union_body: string;
      }[] = await manager.query(
        `select p.name, p.email, u.id, u.name as union_name, b.id as union_body
             from person p join union_ u on u.id = p.union_id join body b on b.union_id = u.id and b.kind = 'union'
            where p.id = $1`,
        [person],
      );
      const [row] = rows;
      if (row === undefined) return undefined;
      return {
        person,
        name: row.name,
        email: row.email,
        union: { id: row.id, name: row.union_name },
        unionBody: row.union_body,
        mandates: await mandatesOf(manager),
      };
    });
  }

  override async ownPage(person: string): Promise<OwnPage> {
    return asPerson(this.source, person, async (manager) => {
      const rows: (Omit<OwnPage, 'mailPreferences'> & { confirmations: boolean })[] = await manager.query(
        `select p.phone, ${ABSENCES} as absences, ${CAPABILITIES} as capabilities,
                own_password() is not null as "hasPassword",
                coalesce((select m.confirmations from mail_preference m where m.person_id = p.id), true) as confirmations
           from person p where p.id = $1`,
        [person],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('somebody signed in is not there');
      const { confirmations, ...page } = row;
      return { ...page, mailPreferences: { confirmations } };
    });
  }

  override async setMailPreferences(person: string, { confirmations }: MailPreferences): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      manager.query(
        `insert into mail_preference (person_id, union_id, confirmations) values ($1, app_union(), $2)
         on conflict (person_id) do update set confirmations = excluded.confirmations`,
        [person, confirmations],
      ),
    );
  }

  override async list(by: string): Promise<ListedPerson[]> {
    return asPerson(this.source, by, (manager) =>
      manager.query<ListedPerson[]>(`${LISTED} order by p.name, p.id`),
    );
  }

  override async find(by: string, person: string): Promise<ListedPerson | undefined> {
    return asPerson(this.source, by, async (manager) => {
      const rows: ListedPerson[] = await manager.query(`${LISTED} where p.id = $1`, [person]);
      return rows[0];
    });
  }

  override async bodyKinds(by: string): Promise<ReadonlyMap<string, Mandate['bodyKind']>> {
    return asPerson(this.source, by, async (manager) => {
      const rows: { id: string; kind: Mandate['bodyKind'] }[] =
        await manager.query('select id, kind from body');
      return new Map(rows.map((row) => [row.id, row.kind]));
    });
  }

  override async addInvited(
    by: string,
    person: NewPerson,
    invitation: NewInvitation,
  ): Promise<{ person: string; expiresAt: string } | 'emailTaken' | Overtaken> {
    const id = uuid();
    try {
      return await asPerson(this.source, by, async (manager) => {
        for (const role of person.memberships) {
          const late = await endReplaced(manager, role);
          if (late !== undefined) return late;
        }
        await manager.query(
          'insert into person (id, union_id, name, email, phone) values ($1, app_union(), $2, $3, $4)',
          [id, person.name, person.email, person.phone ?? null],
        );
        for (const role of person.memberships) await addRole(manager, id, role);
        return { person: id, expiresAt: await keepInvitation(manager, by, id, invitation) };
      });
    } catch (error) {
      if (violates(error, '23505', 'person_email')) return 'emailTaken';
      throw error;
    }
  }

  override async invite(
    by: string,
    person: string,
    invitation: NewInvitation,
  ): Promise<{ expiresAt: string }> {
    return asPerson(this.source, by, async (manager) => ({
      expiresAt: await keepInvitation(manager, by, person, invitation),
    }));
  }

  override async giveRole(
    by: string,
    person: string,
    role: GivenRole,
  ): Promise<'given' | 'held' | 'notOfBody' | Overtaken> {
    try {
      return await asPerson(this.source, by, async (manager) => {
        const late = await endReplaced(manager, role);
        if (late !== undefined) return late;
        const given = await addRole(manager, person, role);
        // Given already, and now the other one has an end: that was asked for too.
        return given || role.replaces !== undefined ? 'given' : 'held';
      });
    } catch (error) {
      if (violates(error, '23503', 'membership_of_application')) return 'notOfBody';
      throw error;
    }
  }

  override async endRole(
    by: string,
    membership: string,
    to: LocalDate,
    seen: number | undefined,
  ): Promise<'ended' | Overtaken> {
    return asPerson(this.source, by, async (manager) => {
      const [ended]: [unknown[], number] = await manager.query(
        `update membership t set to_date = $2 where id = $1 and ${unchanged('t', '$3')} returning id`,
        [membership, to, seen ?? null],
      );
      return ended.length > 0 ? 'ended' : lastWriter(manager, 'person.role', [membership]);
    });
  }

  override async correct(
    by: string,
    person: string,
    { name, email, phone }: PersonContacts,
    seen: number | undefined,
  ): Promise<'corrected' | 'emailTaken' | Overtaken> {
    return this.writeContacts(by, person, async (manager) => {
      const [corrected]: [unknown[], number] = await manager.query(
        `update person t set name = $2, email = $3, phone = $4 where id = $1 and ${unchanged('t', '$5')}
         returning id`,
        [person, name, email, phone, seen ?? null],
      );
      return corrected.length > 0;
    });
  }

  override async correctContacts(
    by: string,
    person: string,
    { email, phone }: Pick<PersonContacts, 'email' | 'phone'>,
    seen: number | undefined,
  ): Promise<'corrected' | 'emailTaken' | Overtaken> {
    return this.writeContacts(by, person, async (manager) => {
      const rows: { done: boolean }[] = await manager.query(
        'select correct_contacts($1, $2, $3, $4) as done',
        [person, email, phone, seen ?? null],
      );
      return rows[0]?.done === true;
    });
  }

  /** @param write false when somebody else was quicker. */
  private async writeContacts(
    by: string,
    person: string,
    write: (manager: EntityManager) => Promise<boolean>,
  ): Promise<'corrected' | 'emailTaken' | Overtaken> {
    try {
      return await asPerson(this.source, by, async (manager) =>
        (await write(manager)) ? 'corrected' : lastWriter(manager, 'person.contacts', [person]),
      );
    } catch (error) {
      if (violates(error, '23505', 'person_email')) return 'emailTaken';
      throw error;
    }
  }

  override async setOwnPhone(person: string, phone: string | null): Promise<void> {
    await asPerson(this.source, person, (manager) => manager.query('select set_own_phone($1)', [phone]));
  }

  override async setAbsence(by: string, person: string, absence: NewAbsence): Promise<void> {
    await asPerson(this.source, by, (manager) =>
      manager.query(
        `insert into absence (person_id, union_id, from_date, to_date, substitute_id)
         values ($1, app_union(), $2, $3, $4)
         on conflict (person_id, from_date) do update
           set to_date = excluded.to_date, substitute_id = excluded.substitute_id`,
        [person, absence.from, absence.to, absence.substitute ?? null],
      ),
    );
  }

  override async cancelAbsence(by: string, person: string, from: LocalDate): Promise<boolean> {
    return asPerson(this.source, by, async (manager) => {
      const [gone]: [unknown[], number] = await manager.query(
        'delete from absence where person_id = $1 and from_date = $2 returning from_date',
        [person, from],
      );
      return gone.length > 0;
    });
  }

  override async setCapability(
    by: string,
    person: string,
    kind: CapabilityKind,
    expiresOn: LocalDate | null,
    seen: number | undefined,
  ): Promise<'set' | Overtaken> {
    return asPerson(this.source, by, async (manager) => {
      const set: unknown[] = await manager.query(
        `insert into capability as t (person_id, union_id, kind, expires_on) values ($1, app_union(), $2, $3)
         on conflict (person_id, kind) do update set expires_on = excluded.expires_on
           where ${unchanged('t', '$4')} returning kind`,
        [person, kind, expiresOn, seen ?? null],
      );
      return set.length > 0 ? 'set' : lastWriter(manager, 'person.capability', [person, kind]);
    });
  }

  override async closeAccount(by: string, person: string): Promise<boolean> {
    return this.asHead('close_account', by, person);
  }

  override async reopenAccount(by: string, person: string): Promise<boolean> {
    return this.asHead('reopen_account', by, person);
  }

  override async unlockSignIn(by: string, person: string): Promise<boolean> {
    return this.asHead('unlock_sign_in', by, person);
  }

  private asHead(
    act: 'close_account' | 'reopen_account' | 'unlock_sign_in',
    by: string,
    person: string,
  ): Promise<boolean> {
    return asPerson(this.source, by, async (manager) => {
      const rows: { done: boolean }[] = await manager.query(`select ${act}($1) as done`, [person]);
      return rows[0]?.done === true;
    });
  }

  override async pseudonymise(by: string, person: string): Promise<void> {
    await asPerson(this.source, by, (manager) => pseudonymise(manager, person));
  }
}

/** Erases who a person was, in the name of the head of office; false when there is no such person in the union. */
async function pseudonymise(manager: EntityManager, person: string): Promise<boolean> {
  const rows: { done: boolean }[] = await manager.query('select pseudonymise_person($1) as done', [person]);
  return rows[0]?.done === true;
}

function violates(error: unknown, code: string, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === code && cause.constraint === constraint;
}
