import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/** The bare baseline: what Temporal and PostgreSQL cost with nothing of the product between them. */
export interface BareActivities {
  insert(): Promise<void>;
}

const { insert } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '30 seconds' });

export const go = defineSignal('go');

/** Starts, inserts one row, ends. */
export async function bareStart(): Promise<void> {
  await insert();
}

/** Waits for a signal, inserts one row, ends. */
export async function bareSignal(): Promise<void> {
  let told = false;
  setHandler(go, () => {
    told = true;
  });
  await condition(() => told);
  await insert();
}
