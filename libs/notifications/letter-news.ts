import { milestonesOf, papersOf, stageOf } from '#domain/call/definition.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { dateParam } from './letter-terms.js';
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
export function newsOf(item: LetterItem): Omit<OfficeNewsItem, 'kind' | keyof About> {
  const end = dateParam(item.message, 'end');
  return {
    news: kindOf(item),
    label: newsLabel(item),
    ...(end === undefined ? {} : { end }),
    ...interruptOf(item),
  };
}

function kindOf({ message: { params } }: LetterItem): OfficeNewsItem['news'] {
  // A mail that was refused for another reason says nothing of the address.
  if (params['news'] === 'deadAddress' && params['state'] === 'failed') return 'undelivered';
  return String(params['news']) as OfficeNewsItem['news'];
}

function newsLabel(item: LetterItem): string {
  const { definition, theCase, message, people } = item;
  const id = (name: string) => String(message.params[name] ?? '');
  switch (message.params['news']) {
    case 'termLapsed':
    case 'reinstated':
    case 'runsAgain':
      return theCase.terms.find((each) => each.id === id('term'))?.label ?? id('term');
    case 'interrupt':
      return definition.interrupts.find((each) => each.id === id('interrupt'))?.label ?? id('interrupt');
    case 'stage':
      return stageOf(definition, id('stage')).label;
    case 'finding':
      return id('code') === 'CUP-11'
        ? `CUP ${id('cup')} anche su ${id('with')}, dello stesso ente`
        : `CUP ${id('cup')} su ${id('with')}, di un altro ente`;
    case 'deadAddress':
      return people.find((each) => each.id === id('about'))?.name ?? 'una persona del Comune';
    default:
      return answeredThing(item) ?? theCase.missing[0]?.requirement.label ?? theCase.stage.label;
  }
}

/** What the e-mail that was answered was about; nothing for older answers, which do not say it. */
export function answeredThing(item: LetterItem): string | undefined {
  const { term, round, requirement } = item.message.params;
  if (requirement !== undefined) return labelOf(item, String(requirement));
  const of = item.theCase.terms.findLast(
    (each) => each.id === term && (round === undefined || each.round === round),
  );
  if (of === undefined) return undefined;
  if (of.reminders === 'I') return 'i servizi sono attivi';
  return of.meets === 'all' ? of.label : labelOf(item, of.meets);
}

/** The day of an interrupt, and who must act by when because of it. */
function interruptOf({
  message,
  definition,
  theCase,
}: LetterItem): Pick<OfficeNewsItem, 'on' | 'party' | 'workBy'> {
  const interrupt = definition.interrupts.find((each) => each.id === message.params['interrupt']);
  if (interrupt === undefined) return {};
  const on = dateParam(message, 'on');
  const term = theCase.terms.findLast((each) => each.id === interrupt.term?.id);
  return {
    party: interrupt.party,
    ...(on === undefined ? {} : { on }),
    ...(term === undefined ? {} : { workBy: term.term.safeEnd }),
  };
}
