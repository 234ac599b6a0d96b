import type { Connection } from '@temporalio/client';

/** Closed workflows can be read on Temporal's page for thirty days; what happened stands in PostgreSQL for ever. */
const RETENTION_SECONDS = 30 * 86_400;

const ALREADY_EXISTS = 6;

/** Creates the product's namespace where it does not exist. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as unknown as Long, nanos: 0 },
    });
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_EXISTS) throw error;
  }
}

type Long = NonNullable<
  NonNullable<
    Parameters<Connection['workflowService']['registerNamespace']>[0]['workflowExecutionRetentionPeriod']
  >['seconds']
>;
