import type { Case } from '#domain/application/case/case.js';
import { ofType } from '#domain/fact/fact.js';
import type { AmountWord } from './glance.js';

/**
 * The amount of a case and which kind of money it is, read from the shape of the call and not from names of fields. An
 * amount in cents that an act on the path recorded is `collected` where the accounts of the comune may record the act
 * (all of them together: a payment may come in parts), and else `decreed` (the latest: a decree may be changed by
 * another). Before any of them it is `requested` from the first time that an outside body is waited for, since that is
 * what a sending leads to, and `estimated` until then.
 */
export function amountOf({ path, application }: Case): { word: AmountWord; cents: number } {
  let decreed: number | undefined;
  let collected: number | undefined;
  for (const { stage, by } of path) {
    for (const { body } of ofType(by, 'milestone.recorded')) {
      const asked = stage.requirements.find((each) => each.id === body.milestone);
      if (asked?.kind !== 'milestone') continue;
      for (const { name, type } of asked.fields) {
        const cents = body.data[name];
        if (type !== 'cents' || typeof cents !== 'number') continue;
        if (asked.from.includes('accounts')) collected = (collected ?? 0) + cents;
        else decreed = cents;
      }
    }
  }
  if (collected !== undefined) return { word: 'collected', cents: collected };
  if (decreed !== undefined) return { word: 'decreed', cents: decreed };
  const sent = path.some(({ stage }) => stage.party === 'funder' && stage.wait === 'outsideBody');
  return { word: sent ? 'requested' : 'estimated', cents: application.amountCents };
}
