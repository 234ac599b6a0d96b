import type { EntityManager } from 'typeorm';
import type { NewInvitation } from '#use-cases/ports/accounts.js';

/** Keeps the hash of an invitation's secret. @returns until when it opens, in ISO form. */
export async function keepInvitation(
  manager: EntityManager,
  by: string,
  person: string,
  invitation: NewInvitation,
): Promise<string> {
  // The app may not read invitations back, not even this one.
  const rows: { expires_at: Date }[] = await manager.query(
    'select clock_timestamp() + make_interval(days => $1) as expires_at',
    [invitation.days],
  );
  const expiresAt = rows[0]?.expires_at ?? new Date();
  await manager.query(
    `insert into invitation (hash, union_id, person_id, invited_by, expires_at)
     values ($1, app_union(), $2, $3, $4)`,
    [invitation.hash, person, by, expiresAt],
  );
  return expiresAt.toISOString();
}
