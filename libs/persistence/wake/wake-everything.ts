import type { EntityManager } from 'typeorm';
import { queueWake } from './wake.js';

/**
 * Queues a wake-up for every call, every application, everybody with mail pending and the files of the union: after Temporal's data was lost,
 * or after the demo's clock moved. Whoever has nothing due looks and goes on waiting.
 */
export async function wakeEverything(
  manager: EntityManager,
): Promise<{ calls: number; applications: number; post: number }> {
  const ids = async (sql: string): Promise<string[]> => {
    const rows: { id: string }[] = await manager.query(sql);
    return rows.map((row) => row.id);
  };
  const calls = await ids('select id from call order by id');
  const applications = await ids('select id from application order by id');
  const post = await ids(
    `select distinct person_id as id from (
       select person_id from message where state = 'pending' union all
       select person_id from mail where state = 'sending') waiting order by id`,
  );
  const files = await ids('select id from union_ order by id');
  // In the order in which `record` takes these rows, so that the two never wait for each other.
  await queueWake(manager, 'post', post);
  await queueWake(manager, 'application', applications);
  await queueWake(manager, 'call', calls);
  await queueWake(manager, 'files', files);
  return { calls: calls.length, applications: applications.length, post: post.length };
}
