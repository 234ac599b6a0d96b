import type { CallDefinition } from '#domain/call/definition.js';
import type { Refused } from '#domain/fact/refused.js';

/**
 * Why one of these bodies may not open an application: it has as many live ones as the call allows (one, in PA digitale
 * 2026), counted over every call launched from a definition of this name.
 * @param live the live applications of these bodies, one entry each.
 */
export function refusedAsLive(
  { liveApplicationsPerBody: most }: Pick<CallDefinition, 'liveApplicationsPerBody'>,
  bodies: readonly string[],
  live: readonly { body: string; name: string }[],
): Refused | undefined {
  const count = new Map<string, number>();
  for (const body of [...live.map((each) => each.body), ...bodies]) {
    count.set(body, (count.get(body) ?? 0) + 1);
  }
  if (bodies.every((body) => (count.get(body) ?? 0) <= most)) return undefined;
  const names = [...new Set(live.map((each) => each.name))].join(', ');
  return {
    code: 'AVV-04',
    detail:
      names === ''
        ? 'Lo stesso Comune è scelto più volte: sceglilo una volta sola.'
        : `C’è già una candidatura in corso per questo avviso (${names}): prima serve il decreto di rinuncia.`,
  };
}
