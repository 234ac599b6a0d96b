import { checkCup } from './cup.js';

/** An application, other than the one at hand, that carries a CUP. */
export interface CupUse {
  cup: string;
  /** Id of the body that it belongs to. */
  body: string;
  /** False once withdrawn, refused or revoked. */
  live: boolean;
}

/**
 * What other uses of the same CUP mean.
 * `reuseAfterWithdrawal` is right: the same body may keep its CUP when it applies again, also with another amount.
 * `liveTwiceSameBody` and `otherBody` are findings: somebody resolves them with a reason, and nothing is refused, because
 * mergers of bodies share CUP rightly and the official system itself accepts wrong ones.
 */
export type CupConflict =
  | { kind: 'none' }
  | { kind: 'reuseAfterWithdrawal'; uses: CupUse[] }
  | { kind: 'liveTwiceSameBody'; code: 'CUP-11'; uses: CupUse[] }
  | { kind: 'otherBody'; code: 'CUP-12'; uses: CupUse[] };

/**
 * Compares a CUP of one body with all other uses of it; the gravest conflict wins: another body's CUP, then two live
 * projects of one body, then reuse. `uses` must not hold the application that is asked about.
 */
export function cupConflicts(cup: string, body: string, uses: readonly CupUse[]): CupConflict {
  const wanted = checkCup(cup).normalized;
  if (wanted === '') return { kind: 'none' };
  const same = uses.filter((use) => checkCup(use.cup).normalized === wanted);
  const foreign = same.filter((use) => use.body !== body);
  if (foreign.length > 0) return { kind: 'otherBody', code: 'CUP-12', uses: foreign };
  const live = same.filter((use) => use.live);
  if (live.length > 0) return { kind: 'liveTwiceSameBody', code: 'CUP-11', uses: live };
  return same.length > 0 ? { kind: 'reuseAfterWithdrawal', uses: same } : { kind: 'none' };
}

/** What is wrong and what to do. */
export function cupMessage(code: 'CUP-11' | 'CUP-12', cup: string): string {
  return code === 'CUP-12'
    ? `Il CUP ${cup} è già di un altro ente: controlla di chi è e scrivi il motivo, oppure correggilo.`
    : `Il CUP ${cup} è già su un'altra candidatura attiva dello stesso ente: correggilo o scrivi il motivo.`;
}
