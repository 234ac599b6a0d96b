import { addDays } from '#domain/calendar/local-date.js';
import { lastOfWeek } from '#domain/desk/sign.js';
import { formatEuro } from '#domain/money/money.js';
import {
  type Block,
  bullets,
  button,
  heading,
  type Inline,
  paragraph,
  small,
  strong,
} from '../content/blocks.js';
import { capital, joined } from '#domain/italian/sentence.js';
import { count, day, named } from '../content/italian.js';
import type {
  About,
  DeskPhone,
  DeskFailure,
  DeskLine,
  MailItem,
  MailView,
  OfficeDesk,
  OfficeNewsItem,
} from '../mail-view.js';
import { wordsOf } from './by-kind.js';
import { whom } from './office-call.js';
import { notReminded, REOPENED_BY } from './office-news.js';
import { roundOf } from './office-round.js';
import type { Composed } from './composed.js';
import { titleOf } from './template.js';
import { until } from './work-by.js';

type Section = 'todo' | 'phone' | 'reviews' | 'rounds' | 'failed' | 'week' | 'soon' | 'news';

function sectionOf(item: MailItem): 'dated' | Exclude<Section, 'todo' | 'week' | 'soon'> {
  switch (item.kind) {
    case 'officeCall':
      return 'phone';
    case 'officeReview':
      return 'reviews';
    case 'officeRound':
    case 'question':
      return 'rounds';
    case 'dateCorrected':
    case 'termMoved':
    case 'callNews':
      return 'news';
    case 'officeNews':
      return item.news === 'deadAddress' || item.news === 'undelivered' ? 'failed' : 'news';
    default:
      return 'dated';
  }
}

const EMPTY_DESK: OfficeDesk = { atRiskCents: 0, todo: [], phone: [], failed: [], week: [] };

/**
 * The office's morning, in the order of its first page; one line each, none twice. What is to do now, who is telephoned, what
 * did not arrive and the money at risk are what that page counts; a reminder about the same thing lends its words.
 */
export function officeDigest(items: readonly MailItem[], view: MailView): Composed {
  const of = (section: ReturnType<typeof sectionOf>) => items.filter((item) => sectionOf(item) === section);
  const { todo, phone, failed, week } = view.desk ?? EMPTY_DESK;
  const dated = of('dated');
  const reminderOf = (each: DeskLine) => dated.find((item) => isAbout(item, each));
  const besides = dated.filter((item) => ![...todo, ...week].some((each) => isAbout(item, each)));
  const isLater = (item: MailItem) => 'workBy' in item && (item.workBy ?? '') > lastOfWeek(view.now);
  // Of what the page lists too, the message of the day says nothing more.
  const others = of('phone').filter((item) => !phone.some((each) => titleOf(each) === titleOf(item)));
  const otherFailed = of('failed').filter((item) => !failed.some((each) => isOf(item, each)));
  const deskLine = (each: DeskLine) => lineOfDesk(each, reminderOf(each), view);
  const lines = {
    todo: todo.map(deskLine),
    phone: [...phone.map((each) => phoneLine(each, view)), ...linesOf(others, view)],
    reviews: linesOf(of('reviews'), view),
    rounds: linesOf(of('rounds'), view),
    failed: [...failed.map(failureLine), ...linesOf(otherFailed, view)],
    week: [
      ...week.map(deskLine),
      ...linesOf(
        besides.filter((item) => !isLater(item)),
        view,
      ),
    ],
    soon: linesOf(besides.filter(isLater), view),
    news: [
      ...linesOf(
        of('news').filter((item) => !isClosing(item)),
        view,
      ),
      ...closedTogether(items.filter(isClosing), view),
    ],
  };
  return {
    subject: subject(lines, view),
    body: [
      paragraph('ecco la giornata.'),
      ...list('Da fare', lines.todo),
      ...list('Da telefonare', lines.phone),
      ...list(arrived(of('reviews'), view), lines.reviews),
      ...list(roundOf(view).replace('giro', 'Giro'), lines.rounds),
      ...list('Consegne fallite', lines.failed),
      ...list('Questa settimana', lines.week),
      ...list('In arrivo', lines.soon),
      ...list('Da sapere', lines.news),
      ...heads(view),
      ...button('Apri Oggi', view.links === undefined ? undefined : `${view.links.base}/oggi`),
    ],
    answers: false,
  };
}

/** Papers of the day before are most of them; an older one is not called yesterday's. */
function arrived(reviews: readonly MailItem[], { now }: MailView): string {
  const yesterday = reviews.every((each) => each.kind === 'officeReview' && each.on === addDays(now, -1));
  return yesterday ? 'Arrivati ieri, da controllare' : 'Arrivati, da controllare';
}

/** A reminder of the very date by which the first page lists an application. */
function isAbout(item: MailItem, each: DeskLine): boolean {
  return item.kind === 'reminder' && titleOf(item) === titleOf(each) && item.workBy === each.dates?.workBy;
}

/** An application of the first page: in the words of the reminder about it where there is one. */
function lineOfDesk(each: DeskLine, reminder: MailItem | undefined, view: MailView): Inline[] {
  const { attention, dates, missing } = each;
  const dated = dates === undefined ? [] : [`${lacking(missing)}${until(dates, view)}.`];
  if (attention !== undefined)
    return withLink(each, [[`${attention}.`, ...dated.map(capital)].join(' ')], view);
  return reminder === undefined ? withLink(each, dated, view) : line(reminder, view);
}

/** "Lauria · SEND: Ha chiesto di essere chiamato lunedì 22 marzo: fatture. Chiama Ugo Sarubbi, ragioneria: 0973 ..." */
function phoneLine(each: DeskPhone, view: MailView): Inline[] {
  return withLink(each, [`${each.sentence} `, strong(`Chiama ${whom(each)}.`)], view);
}

function failureLine({ name, bodies, address, dead }: DeskFailure): Inline[] {
  const where = bodies.length === 0 ? '' : ` (${joined(bodies)})`;
  const why = dead ? 'non esiste o non riceve' : 'ha rifiutato un messaggio';
  return [strong(name), `${where}: la casella ${address} ${why}. Telefona e controlla l'indirizzo.`];
}

function isOf(item: MailItem, { name }: DeskFailure): boolean {
  return item.kind === 'officeNews' && item.label === name;
}

/** Whoever keeps this e-mail can prove what was on record this morning. */
function heads({ chainHeads = [] }: MailView): Block[] {
  if (chainHeads.length === 0) return [];
  const lines = chainHeads.map(({ number, head }) => `${number} ${head}`);
  return [small(`Impronte delle registrazioni: ${lines.join(' · ')}`)];
}

function subject(lines: Record<Section, Inline[][]>, view: MailView): string[] {
  const counted = (section: Section, one: string, many: string) => {
    const n = lines[section].length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];
  };
  const work = [...counted('todo', 'da fare', 'da fare'), ...counted('phone', 'telefonata', 'telefonate')];
  const rest = [
    ...counted('reviews', 'da controllare', 'da controllare'),
    ...(lines.rounds.length === 0 ? [] : [`il ${roundOf(view)}`]),
    ...counted('failed', 'consegna fallita', 'consegne fallite'),
    ...counted('week', 'cosa questa settimana', 'cose questa settimana'),
    ...counted('soon', 'cosa in arrivo', 'cose in arrivo'),
    ...counted('news', 'cosa da sapere', 'cose da sapere'),
  ];
  const said = work.length > 0 ? work.join(', ') : (rest[0] ?? '');
  const risk = view.desk?.atRiskCents ?? 0;
  return [
    ...(risk === 0 ? [] : [`Oggi: ${said}, ${formatEuro(risk)} a rischio in 7 giorni`]),
    ...(work.length > 0 ? [] : [`Oggi, ${day(view.now, view.now)}: ${said}`]),
    `Oggi: ${said}`,
  ];
}

function list(title: string, lines: Inline[][]): Block[] {
  return lines.length === 0 ? [] : [heading(`${title} (${lines.length})`), bullets(lines)];
}

function linesOf(items: readonly MailItem[], view: MailView): Inline[][] {
  const lines = items.map((item) => line(item, view));
  return [...new Map(lines.map((each) => [JSON.stringify(each), each])).values()];
}

/** One line for all of a call that were closed because nobody answered: "SEND: chiuse senza risposta Lauria e Rivello." */
function closedTogether(closings: readonly OfficeNewsItem[], view: MailView): Inline[][] {
  return [...new Set(closings.map(({ call }) => call))].flatMap((call) => {
    const same = closings.filter((each) => each.call === call);
    if (same.length === 1) return linesOf(same, view);
    const comuni = joined(same.map(({ comune }) => comune));
    const unreminded = same.flatMap((each) =>
      (each.unreminded ?? []).map((name) => `${name} (${each.comune})`),
    );
    const words = `avviso finito, chiuse senza risposta ${same.length} candidature: ${comuni}. ${notReminded({ unreminded })}${REOPENED_BY}`;
    return [[strong(call), `: ${words}`]];
  });
}

function isClosing(item: MailItem): item is OfficeNewsItem {
  return item.kind === 'officeNews' && item.news === 'neverAnswered';
}

function line(item: MailItem, view: MailView): Inline[] {
  return withLink(item, shortly(item, view), view);
}

/** One line: what, and the link at its end, so that in plain text the words come first. */
function withLink(about: About, words: Inline[], view: MailView): Inline[] {
  const title = titleOf(about);
  const page = view.links === undefined ? undefined : about.page;
  const link: Inline[] = page === undefined ? [] : [' ', { link: `Apri ${title}`, href: page }];
  return [strong(title), ': ', ...words, ...link];
}

function shortly(item: MailItem, view: MailView): Inline[] {
  if (item.kind === 'reminder' && item.unlooked === undefined) {
    const what = item.topic === 'sampleCheck' ? 'controllo a campione, ' : '';
    return [`${what}${lacking(item.missing.map((each) => each.label))}${until(item, view)}.`];
  }
  const [first] = wordsOf(item, view).body;
  return first?.kind === 'paragraph' ? first.content : [];
}

/** "manca la reversale", "mancano due cose"; with nothing missing the sending is left. */
function lacking(labels: readonly string[]): string {
  if (labels.length === 0) return "resta l'invio";
  return labels.length === 1 ? `manca${named(labels)}` : `mancano ${count(labels.length)} cose`;
}
