import type { QueryResultRow, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement that the server parses and plans once a connection, on `manager`'s own one: for the few that
 * every act and every look of a workflow runs, where planning costs more than reading. `name` stands for `text`: two
 * texts under one name are refused by the driver.
 */
export async function prepared<Row extends QueryResultRow>(
  manager: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { queryRunner } = manager;
  if (queryRunner === undefined)
    throw new Error(`the statement "${name}" needs a manager with a connection of its own`);
  const client = (await queryRunner.connect()) as PoolClient;
  const result = await client.query<Row>({ name, text, values: [...values] });
  return result.rows;
}
