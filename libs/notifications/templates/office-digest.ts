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
import { count, day, inSentence } from '../content/italian.js';
import type { MailItem, MailView } from '../mail-view.js';
import { wordsOf } from './by-kind.js';
import { roundOf } from './office-round.js';
import { type Composed, pageOf } from './composed.js';
import { titleOf } from './template.js';
import { until } from './work-by.js';

type Section = 'todo' | 'calls' | 'reviews' | 'rounds' | 'failed' | 'news';

/** What asks for nothing is not "to do": a date that was put right, a term that was met after all. */
const GOOD_TO_KNOW: readonly string[] = ['reinstated', 'runsAgain', 'withdrawal'];

function sectionOf(item: MailItem): Section {
  switch (item.kind) {
    case 'officeCall':
      return 'calls';
    case 'officeReview':
      return 'reviews';
    case 'officeRound':
    case 'question':
      return 'rounds';
    case 'dateCorrected':
    case 'termMoved':
      return 'news';
    case 'officeNews': {
      const { news, party } = item;
      if (news === 'deadAddress' || news === 'undelivered') return 'failed';
      const others = news === 'interrupt' && party !== 'union';
      return others || GOOD_TO_KNOW.includes(news) ? 'news' : 'todo';
    }
    default:
      return 'todo';
  }
}

/** The office's morning: what to do, whom to call, what came, in this order; one line each, none twice. */
export function officeDigest(items: readonly MailItem[], view: MailView): Composed {
  const of = (section: Section) =>
    linesOf(
      items.filter((item) => sectionOf(item) === section),
      view,
    );
  const lines = {
    todo: of('todo'),
    calls: of('calls'),
    reviews: of('reviews'),
    rounds: of('rounds'),
    failed: of('failed'),
    news: of('news'),
  };
  return {
    subject: subject(lines, view),
    body: [
      paragraph('ecco la giornata.'),
      ...list('Da fare', lines.todo),
      ...list('Da telefonare', lines.calls),
      ...list('Da controllare', lines.reviews),
      ...list(roundOf(view).replace('giro', 'Giro'), lines.rounds),
      ...list('Da sapere', lines.news),
      ...list('Consegne fallite', lines.failed),
      ...heads(view),
      ...button('Apri Oggi', view.links === undefined ? undefined : `${view.links.base}/oggi`),
    ],
    answers: false,
  };
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
  const work = [...counted('todo', 'da fare', 'da fare'), ...counted('calls', 'telefonata', 'telefonate')];
  const rest = [
    ...counted('reviews', 'da controllare', 'da controllare'),
    ...(lines.rounds.length === 0 ? [] : [`il ${roundOf(view)}`]),
    ...counted('failed', 'consegna fallita', 'consegne fallite'),
    ...counted('news', 'cosa da sapere', 'cose da sapere'),
  ];
  const said = work.length > 0 ? work.join(', ') : (rest[0] ?? '');
  const risk = view.atRiskCents ?? 0;
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

/** One line: what, and the link at its end, so that in plain text the words come first. */
function line(item: MailItem, view: MailView): Inline[] {
  const page = pageOf(item, view);
  const title = titleOf(item);
  const link: Inline[] = page === undefined ? [] : [' ', { link: `Apri ${title}`, href: page }];
  return [strong(title), ': ', ...shortly(item, view), ...link];
}

function shortly(item: MailItem, view: MailView): Inline[] {
  if (item.kind === 'reminder') {
    const n = item.missing.length;
    const what = item.topic === 'sampleCheck' ? 'controllo a campione, ' : '';
    const lacking =
      n === 0
        ? "resta l'invio"
        : n === 1
          ? `manca ${inSentence(item.missing[0]?.label ?? '')}`
          : `mancano ${count(n)} cose`;
    return [`${what}${lacking}${until(item, view)}.`];
  }
  const [first] = wordsOf(item, view).body;
  return first?.kind === 'paragraph' ? first.content : [];
}
