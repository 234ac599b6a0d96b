import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole office corrects how to reach people of the comuni. The database keeps the bounds by itself: nobody of the
 * office's own, no name, and no address with which somebody has come in, since that opens the account.
 */
export class CorrectContacts1767225600020 implements MigrationInterface {
  readonly name = 'CorrectContacts1767225600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- False when another person wrote since the version that was seen.
      create function correct_contacts(target uuid, new_email text, new_phone text, seen int) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found person;
        begin
          select * into found from person p where p.id = target and p.union_id = app_union() for no key update;
          if found.id is null or found.deactivated_at is not null
            -- Whoever only reads everything, an auditor or the president, is not meant.
            or not exists (select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
                            where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'))
            or exists (select 1 from membership m join body b on b.id = m.body_id
                        where m.person_id = target and b.kind = 'union')
            or (found.email is distinct from new_email
                and (found.accepted_at is not null
                  or exists (select 1 from credential c where c.person_id = target))) then
            raise exception 'not for the office to correct' using errcode = 'insufficient_privilege';
          end if;
          if seen is not null and found.version <> seen and found.changed_by is distinct from app_person() then
            return false;
          end if;
          update person set email = new_email, phone = new_phone where id = target;
          return true;
        end $$;
      revoke execute on function correct_contacts(uuid, text, text, int) from public;
      grant execute on function correct_contacts(uuid, text, text, int) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function correct_contacts(uuid, text, text, int)');
  }
}
