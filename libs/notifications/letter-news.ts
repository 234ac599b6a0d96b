import { phrases } from './content/phrases.js';
import { sentenceOf } from '#domain/application/case/findings.js';
import { milestonesOf, papersOf, stageOf } from '#domain/call/definition.js';
import { isFatal } from '#domain/application/case/debts.js';
import { fatalInWords } from '#domain/application/explain/awaited-words.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import type { About, OfficeNewsItem } from './mail-items.js';

/** A requirement or milestone as the definition calls it. */
export function labelOf({ definition }: Pick<LetterItem, 'definition'>, id: string): string {
  const all = [
    ...definition.stages.flatMap((stage) => stage.requirements),
    ...papersOf(definition),
    ...milestonesOf(definition),
  ];
  return all.find((each) => each.id === id)?.label ?? id;
}

/** What happened, for the office. */
export function newsOf(
  item: LetterItem,
  body: MessageBodies['officeNews'],
): Omit<OfficeNewsItem, 'kind' | keyof About> {
  const { definition, theCase, people } = item;
  switch (body.news) {
    case 'termLapsed':
    case 'neverAnswered':
    case 'reinstated':
    case 'runsAgain': {
      const label = theCase.terms.find((each) => each.id === body.term)?.label ?? body.term;
      const names = people.filter(({ id }) => body.unreminded?.includes(id)).map(({ name }) => name);
      return { news: body.news, label, end: body.end, ...(names.length === 0 ? {} : { unreminded: names }) };
    }
    case 'interrupt':
      return { news: body.news, ...interruptOf(item, body) };
    case 'stage':
      return { news: body.news, label: stageOf(definition, body.stage).label };
    case 'mayBeExcluded': {
      const debt = theCase.debts
        .filter(isFatal)
        .find(({ requirement }) => requirement.id === body.requirement);
      return {
        news: body.news,
        label: labelOf(item, body.requirement),
        ...(debt === undefined ? {} : { sentence: fatalInWords(debt) }),
      };
    }
    case 'finding': {
      const { sameBody, otherBody } = phrases.cupElsewhere;
      const { code, cup = '', with: number = '' } = body;
      const elsewhere = code === 'CUP-11' ? sameBody : code === 'CUP-12' ? otherBody : undefined;
      const label = elsewhere?.(cup, number) ?? sentenceOf(body, body.with).replace(/\.$/, '');
      return { news: body.news, label, ...(body.holds === true ? { holds: true } : {}) };
    }
    case 'deadAddress':
      return {
        // A mail that was refused for another reason says nothing of the address.
        news: body.state === 'failed' ? 'undelivered' : body.news,
        label: people.find((each) => each.id === body.about)?.name ?? phrases.somebody,
      };
    case 'saysDone':
      return {
        news: body.news,
        label: answeredThing(item, body) ?? theCase.missing[0]?.requirement.label ?? theCase.stage.label,
      };
    default:
      return body satisfies never;
  }
}

/** What the e-mail that was answered was about; nothing for older answers, which do not say it. */
export function answeredThing(
  item: LetterItem,
  body: MessageBodies['officeNews' | 'officeCall'],
): string | undefined {
  if ('requirement' in body && body.requirement !== undefined) return labelOf(item, body.requirement);
  if (!('term' in body)) return undefined;
  const { term, round } = body;
  const of = item.theCase.terms.findLast(
    (each) => each.id === term && (round === undefined || each.round === round),
  );
  if (of === undefined) return undefined;
  if (of.reminders === 'I') return phrases.servicesActive;
  return of.meets === 'all' ? of.label : labelOf(item, of.meets);
}

/** The day of an interrupt, and who must act by when because of it. */
function interruptOf(
  { definition, theCase }: LetterItem,
  { interrupt: id, on }: Extract<MessageBodies['officeNews'], { news: 'interrupt' }>,
): Pick<OfficeNewsItem, 'label' | 'on' | 'party' | 'workBy'> {
  const interrupt = definition.interrupts.find((each) => each.id === id);
  if (interrupt === undefined) return { label: id };
  const term = theCase.terms.findLast((each) => each.id === interrupt.term?.id);
  return {
    label: interrupt.label,
    party: interrupt.party,
    on,
    ...(term === undefined ? {} : { workBy: term.term.safeEnd }),
  };
}
