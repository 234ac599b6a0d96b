import { cupOf } from '#domain/application/case/cup-of.js';
import { type Idempotency, type Outcome, repeated } from '../ports/once.js';
import type { CaseTransaction, LoadedCase } from '../ports/case-store.js';
import type { CupUses } from './changes.js';
import { humanNumbers } from './human-numbers.js';
import { type Opening, wishes, withFreeSlugs } from './open-applications.js';
import type { ApplicantToOpen } from './recorded.js';

// What a record reads under its locks beside the case itself.

/** The answer that this key already got; a key used for another request is refused. */
export async function answered<T>(
  on: CaseTransaction,
  key: Idempotency | undefined,
): Promise<Outcome<T> | undefined> {
  const before = key === undefined ? undefined : await on.answered(key);
  return before === undefined || key === undefined ? undefined : repeated(before, key);
}

/** Who else carries the CUP of a case, as it stands on record and with the facts that are to come. */
export async function usesIn(
  on: CaseTransaction,
  loaded: LoadedCase,
  facts: LoadedCase['facts'],
): Promise<CupUses> {
  const known = new Map<string, Awaited<ReturnType<CaseTransaction['usesOf']>>>();
  for (const cup of new Set([cupOf(loaded.facts), cupOf(facts)])) {
    if (cup !== undefined) known.set(cup, await on.usesOf(loaded.application, cup));
  }
  return (cup) => (cup === undefined ? [] : (known.get(cup) ?? []));
}

/** With what each applicant opens its application: its people, its number, an address that is free. */
export async function openingsOf(
  on: CaseTransaction,
  union: string,
  call: { slug: string; id?: string },
  applicants: readonly ApplicantToOpen[],
  year: number,
): Promise<Opening[]> {
  const bodies = await on.openingBodies([...new Set(applicants.map(({ body }) => body))], call.id);
  const counted = await on.countOn(union, 'application', year, applicants.length);
  const numbers = humanNumbers(counted, 'application', year, applicants.length);
  const wished = wishes(applicants, bodies, numbers, call.slug);
  return withFreeSlugs(wished, await on.slugs(union, { applications: wished.map((each) => each.slug) }));
}
