import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A quick answer is about the term or the paper that its e-mail was about, whatever the case asks for by then. */
export class AnswersSayWhat1767225600008 implements MigrationInterface {
  readonly name = 'AnswersSayWhat1767225600008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function message_of_token(text);
      create function message_of_token(token_hash text)
        returns table (application_id uuid, person_id uuid, term text, round int, requirement text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.application_id, t.person_id, m.term->>'id', (m.term->>'round')::int,
               coalesce(m.params->>'requirement', m.params->>'approval', m.params->>'sentBack')
          from reminder_token t join message m on m.id = t.message_id
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now()
      $$;
      revoke execute on function message_of_token(text) from public;
      grant execute on function message_of_token(text) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function message_of_token(text);
      create function message_of_token(token_hash text) returns table (application_id uuid, person_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.application_id, t.person_id from reminder_token t join message m on m.id = t.message_id
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now()
      $$;
      revoke execute on function message_of_token(text) from public;
      grant execute on function message_of_token(text) to capofila_app;
    `);
  }
}
