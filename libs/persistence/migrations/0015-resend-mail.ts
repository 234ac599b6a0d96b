import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A mail that did not arrive may go again as a new one, with the same messages: its slot is free then. Only the office
 * does it, and only with what failed; the programs' right to change messages stays as narrow as it was.
 */
export class ResendMail1767225600015 implements MigrationInterface {
  readonly name = 'ResendMail1767225600015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail add column resent_at timestamptz, add column resent_by uuid references person (id);
      alter table mail drop constraint mail_person_id_slot_key;
      create unique index mail_of_slot on mail (person_id, slot) where resent_at is null;
      create index message_in_order on message (union_id, deliver_at, id);

      create function resend_mail(target uuid, again uuid[], dropped uuid[], because text) returns boolean
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          update mail set resent_at = app_now(), resent_by = app_person()
           where id = target and union_id = app_union() and state in ('failed', 'dead') and resent_at is null
             and exists (
               select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
                where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'));
          if not found then
            return false;
          end if;
          update message set state = 'pending', why = null, mail_id = null
           where id = any (again) and mail_id = target and state = 'failed';
          update message set state = 'skipped', why = because
           where id = any (dropped) and mail_id = target and state = 'failed';
          return true;
        end $$;
      revoke execute on function resend_mail(uuid, uuid[], uuid[], text) from public;
      grant execute on function resend_mail(uuid, uuid[], uuid[], text) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function resend_mail(uuid, uuid[], uuid[], text);
      drop index message_in_order;
      drop index mail_of_slot;
      alter table mail drop column resent_at, drop column resent_by;
      alter table mail add constraint mail_person_id_slot_key unique (person_id, slot);
    `);
  }
}
