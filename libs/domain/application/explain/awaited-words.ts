import { joined } from '#domain/italian/sentence.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { from, theDay, to, withArticle } from '#domain/italian/article.js';
import type { RequirementDefinition } from '#domain/call/requirement.js';
import type { Case } from '../case/case.js';
import { type Debt, isFatal } from '../case/debts.js';
import type { Missing } from '../case/requirement-state.js';
import { isReviewed } from '../case/whose-turn.js';

/** More things than these are counted and not all named: the list is on the page. */
const MOST_NAMED = 4;

/** What the case waits for, and from whom: "il CUP da Rivello"; without a thing to name, whom: "Rivello". */
export function awaitedFrom(theCase: Case, who: string): { awaited: string; rest: string[] } {
  const interrupt = theCase.open.at(-1)?.definition.id;
  const missing = theCase.missing.filter((each) => each.interrupt === interrupt);
  if (theCase.talk !== undefined && interrupt === undefined) {
    return { awaited: `una telefonata ${from(who)}`, rest: missingInWords(missing) };
  }
  if (isReviewed(theCase)) return { awaited: `il controllo ${from(who)}`, rest: missingInWords(missing) };
  const papers = papersOf(missing);
  const closing = missing.filter((each) => !papers.includes(each));
  const [asked, conjunction] = papers.length > 0 ? [papers, 'e'] : [closing, 'oppure'];
  const absent = asked.filter((each) => each.status === 'missing').map((each) => each.requirement);
  const rest = [
    ...(absent.length > MOST_NAMED ? [`Le prime: ${firstOf(absent.map((each) => each.label))}.`] : []),
    ...missingInWords(asked.filter((each) => each.status !== 'missing')),
    ...(papers.length > 0 && closing.length > 0 ? afterPapers(closing) : []),
  ];
  if (absent.length > MOST_NAMED) return { awaited: `${absent.length} cose ${from(who)}`, rest };
  if (absent.length > 0) return { awaited: `${joined(absent.map(thing), conjunction)} ${from(who)}`, rest };
  return { awaited: who, rest };
}

/** What is missing, to be put right and to be looked at. Of the ways to close an interrupt one is enough. */
export function missingInWords(missing: readonly Missing[]): string[] {
  const papers = papersOf(missing);
  const closing = missing.filter((each) => !papers.includes(each));
  if (papers.length > 0 && closing.length > 0) return [...missingInWords(papers), ...afterPapers(closing)];
  if (closing.length > 0) return said('Manca', [labelsOf(closing, 'missing').join(' oppure ')]);
  const absent = labelsOf(missing, 'missing');
  return [
    ...(absent.length > MOST_NAMED
      ? [`Mancano ${absent.length} cose, le prime: ${firstOf(absent)}.`]
      : said(absent.length === 1 ? 'Manca' : 'Mancano', absent)),
    ...said('Da correggere', labelsOf(missing, 'returned')),
    ...said('Da controllare', labelsOf(missing, 'inReview')),
  ];
}

/** What an official act went on without: it holds nothing back, and somebody still owes it. */
export function debtsInWords(debts: readonly Debt[]): string[] {
  const fatal = debts.filter(isFatal);
  const others = debts.filter((each) => !fatal.some((other) => other === each));
  const labels = (status: Missing['status']) => labelsOf(others, status);
  return [
    ...fatal.map(fatalInWords),
    ...said('Manca ancora qui', labels('missing')),
    ...said('Ancora da correggere', labels('returned')),
    ...said('Ancora da controllare', labels('inReview')),
  ];
}

/** "Inviata, ma rischia l'esclusione: serve l'accordo con data non successiva al 3 giugno." */
export function fatalInWords(debt: Debt & { weight: 'fatal' }): string {
  const { requirement, notAfter, sent, confirmed } = debt;
  const what = withArticle(requirement.label) ?? requirement.label;
  const by = `con data non successiva ${to(theDay(dayOfMonthInWords(notAfter, { year: true })))}`;
  const asked = debt.status === 'inReview' ? `è da controllare ${what}, che serve` : `serve ${what}`;
  const unread = confirmed ? '' : ' (da confermare sull’avviso)';
  return `${sent ? 'Inviata' : 'Va avanti'}, ma rischia l’esclusione: ${asked} ${by}${unread}.`;
}

/** "il CUP", "l'esito dell'ammissibilità (PEC)"; without an article where Italian leaves a doubt. */
function thing(requirement: RequirementDefinition): string {
  const isCup = requirement.kind === 'milestone' && requirement.fields.some((each) => each.type === 'cup');
  return isCup ? 'il CUP' : (withArticle(requirement.label) ?? requirement.label);
}

/** All but the acts that close an interrupt, each of which is enough by itself. */
function papersOf(missing: readonly Missing[]): Missing[] {
  return missing.filter((each) => each.interrupt === undefined || each.requirement.kind === 'document');
}

function afterPapers(closing: readonly Missing[]): string[] {
  return said('Poi', [labelsOf(closing, 'missing').join(' oppure ')]);
}

function labelsOf(missing: readonly Missing[], status: Missing['status']): string[] {
  return missing.filter((each) => each.status === status).map((each) => each.requirement.label);
}

function firstOf(labels: readonly string[]): string {
  return labels.slice(0, MOST_NAMED - 1).join('; ');
}

function said(words: string, list: readonly string[]): string[] {
  return list.length === 0 ? [] : [`${words}: ${list.join('; ')}.`];
}
