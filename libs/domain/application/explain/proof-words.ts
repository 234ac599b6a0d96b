import { certaintyOf } from '#domain/fact/certainty.js';
import { channelInWords } from '#domain/fact/channel-words.js';
import type { Fact } from '#domain/fact/fact.js';

/** How we know of the act from which it waits: " (PEC consegnata)"; nothing where no act began it. */
export function proofOf(by: Fact | undefined): string {
  if (by === undefined) return '';
  if (by.channel === 'pec') return ' (PEC consegnata)';
  if (by.channel === 'engine') return '';
  const certainty = certaintyOf(by);
  if (certainty === 'proven') return ' (prova in atti)';
  const channel = channelInWords(by.channel);
  if (by.type === 'document.filed') return ` (caricato ${channel})`;
  return certainty === 'seen' ? ` (registrato ${channel})` : ` (dichiarato ${channel})`;
}
