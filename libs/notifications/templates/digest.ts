import { type Block, bullets, button, heading, paragraph } from '../content/blocks.js';
import { capital, inSentence } from '#domain/italian/sentence.js';
import { day, things } from '../content/italian.js';
import type { MailItem, MailView, ReminderItem } from '../mail-view.js';
import { announcement } from './announcement.js';
import { wordsOf } from './by-kind.js';
import { buttonLabel, type Composed, pageOf, sentence } from './composed.js';
import { replyWithFile } from './reminder.js';
import { titleOf } from './template.js';
import { missingLine, officialEnd } from './work-by.js';

/** One e-mail a day over all calls, comuni and roles of a person. */
export function digest(items: readonly MailItem[], view: MailView): Composed {
  const plain = items.filter((each) => each.kind === 'reminder').filter((each) => each.topic === undefined);
  const comuni = new Set(items.map((each) => each.comune));
  if (plain.length === items.length && comuni.size === 1) return oneList(plain, view);
  return {
    subject: subject(items, view),
    body: [
      paragraph(`oggi ci sono ${things(items.length)}, la più vicina per prima.`),
      ...items.flatMap((item) => section(item, view)),
      ...button(buttonLabel('Apri le mie attività', view), activities(view)),
    ],
    answers: items.some((item) => wordsOf(item, view).answers),
  };
}

function activities({ links }: MailView): string | undefined {
  return links === undefined ? undefined : `${links.base}/attivita`;
}

function section(item: MailItem, view: MailView): Block[] {
  const words = wordsOf(item, view);
  const page = pageOf(item, view);
  // One button in an e-mail: inside a list every item has a link of its own instead.
  const links = words.body.flatMap((each) =>
    each.kind === 'button' ? [{ label: each.label, href: each.href }] : [],
  );
  const own =
    links.length > 0
      ? links
      : page === undefined
        ? []
        : [{ label: buttonLabel(words.button, view), href: page }];
  const body = words.body.filter((each) => each.kind !== 'button');
  return [
    heading(titleOf(item)),
    ...body.map(sentence),
    ...(own.length === 0 ? [] : [{ kind: 'answers' as const, links: own }]),
  ];
}

function subject(items: readonly MailItem[], view: MailView): string[] {
  const [first] = items;
  if (first === undefined) return [];
  const others = items.length - 1;
  const lead = wordsOf(first, view).subject;
  const more = others === 1 ? "e un'altra cosa" : `e altre ${others} cose`;
  return [...lead.slice(0, 1).map((each) => `${each}, ${more}`), ...lead];
}

/** Things missing in one comune, over several calls: one list with one answer. */
function oneList(items: readonly ReminderItem[], view: MailView): Composed {
  const { now } = view;
  const lines = items.flatMap((item) =>
    item.missing.map((thing) => missingLine({ workBy: item.workBy, ...thing }, view, item.call)),
  );
  const n = lines.length;
  const [first] = items;
  const comune = first?.comune ?? '';
  const next = items.map((each) => each.workBy).find((date) => date >= now);
  const until = next === undefined ? '' : ` entro ${day(next, now)}`;
  return {
    subject: [`${comune}: ${n} cose da mandare${until}`, `${comune}: ${n} cose da mandare`],
    body: [
      paragraph(`per ${comune} mancano ${n === 1 ? 'una cosa' : things(n)}. Tutto il resto è a posto.`),
      bullets(lines),
      ...officialEnds(items, view),
      ...announcement({ announces: items.flatMap((each) => each.announces ?? []) }, view),
      ...button(buttonLabel(`Vedi le ${n} cose`, view), activities(view)),
      replyWithFile(view),
    ],
    answers: true,
  };
}

function officialEnds(items: readonly ReminderItem[], view: MailView): Block[] {
  const ends = items.filter((each) => each.end !== undefined);
  const sentences = ends.map((each) => `${each.call}: ${inSentence(officialEnd(each, view))}`);
  return sentences.length === 0 ? [] : [paragraph(capital(sentences.join(' ')))];
}
