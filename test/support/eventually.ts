/** As long as a busy machine may take; on an idle one nobody waits for it. */
const PATIENCE_MS = 90_000;

/**
 * Asks again and again, where other processes do the work and tell nobody. It gives up in silence, so that an
 * expectation that follows says what is not as it should be.
 * @returns whether it came about.
 */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > PATIENCE_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return true;
}
