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
import { count, inSentence } from '../content/italian.js';
import type { MailItem, MailView } from '../mail-view.js';
import { wordsOf } from './by-kind.js';
import { roundOf } from './office-round.js';
import { type Composed, pageOf } from './composed.js';
import { titleOf } from './template.js';
import { until } from './work-by.js';

const SECTIONS: { title: (view: MailView) => string; kinds: MailItem['kind'][] }[] = [
  { title: () => 'Da telefonare', kinds: ['officeCall'] },
  { title: () => 'Da controllare', kinds: ['officeReview'] },
  { title: (view) => roundOf(view).replace('giro', 'Giro'), kinds: ['officeRound', 'question'] },
];

/** The office's morning: what to do, whom to call, what came, in this order; one line each. */
export function officeDigest(items: readonly MailItem[], view: MailView): Composed {
  const elsewhere = SECTIONS.flatMap((section) => section.kinds);
  const todo = items.filter((each) => !elsewhere.includes(each.kind));
  const of = (kinds: MailItem['kind'][]) => items.filter((each) => kinds.includes(each.kind));
  return {
    subject: subject(todo.length, of(['officeCall']).length, of(['officeReview']).length, view),
    body: [
      paragraph('ecco la giornata.'),
      ...list('Da fare', todo, view),
      ...SECTIONS.flatMap(({ title, kinds }) => list(title(view), of(kinds), view)),
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

function subject(todo: number, calls: number, reviews: number, view: MailView): string[] {
  const parts = [
    todo === 0 ? '' : `${todo} da fare`,
    calls === 0 ? '' : calls === 1 ? '1 telefonata' : `${calls} telefonate`,
    todo === 0 && calls === 0 && reviews > 0 ? `${reviews} da controllare` : '',
  ].filter((each) => each !== '');
  const counted = parts.length === 0 ? `Oggi: il ${roundOf(view)}` : `Oggi: ${parts.join(', ')}`;
  const risk = view.atRiskCents ?? 0;
  return risk === 0 ? [counted] : [`${counted}, ${formatEuro(risk)} a rischio in 7 giorni`, counted];
}

function list(title: string, items: readonly MailItem[], view: MailView): Block[] {
  if (items.length === 0) return [];
  return [heading(`${title} (${items.length})`), bullets(items.map((item) => line(item, view)))];
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
