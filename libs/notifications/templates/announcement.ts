import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Block, paragraph } from '../content/blocks.js';
import { joined } from '#domain/italian/sentence.js';
import { nearDay } from '../content/italian.js';
import type { MailView } from '../mail-view.js';
import { say } from './template.js';

/** "Se non riesci, domani avviso il segretario: vuoi che lo faccia io?", said before it happens. */
export function announcement(
  { announces = [] }: { announces?: { who: string; on: LocalDate }[] },
  view: MailView,
): Block[] {
  const [first] = announces;
  if (first === undefined) return [];
  const who = joined(announces.filter((each) => each.on === first.on).map((each) => each.who));
  const when = nearDay(first.on, view.now).replace(/^(oggi|domani), .*/, '$1');
  return [
    paragraph(
      say(
        view,
        `Se non riesci, ${when} avviso ${who}: vuoi che lo faccia io?`,
        `Se non riesce, ${when} avviso ${who}: vuole che lo faccia io?`,
      ),
    ),
  ];
}
