import type { TermLine } from '#contracts/application-page.js';
import { askExtensionBy } from '#domain/application/case/ask-extension.js';
import type { Case } from '#domain/application/case/case.js';
import { closedDays } from '#domain/term/gap.js';
import type { RunningTerm } from '#domain/application/case/running-term.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { type Fact, ofType } from '#domain/fact/fact.js';

const MOVED = { rule: '', extension: 'proroga', reopening: 'riapertura', suspension: 'sospensione' } as const;

/** Every term that has started, with its old ends and where it is written. */
export function termLines(definition: CallDefinition, theCase: Case, callFacts: readonly Fact[]): TermLine[] {
  const confirmed = new Set(ofType(callFacts, 'call.launched').flatMap(({ body }) => body.confirmed));
  const sources = new Map(
    [...definition.terms, ...definition.interrupts.flatMap((each) => each.term ?? [])].map((each) => [
      each.id,
      each.source,
    ]),
  );
  return theCase.terms.map((running) => {
    const { id, label, round, official, term } = running;
    const source = sources.get(id);
    const askBy = askExtensionBy(running);
    return {
      id,
      label,
      round,
      official,
      status: statusOf(running),
      start: term.start,
      end: term.end,
      cutOff: term.cutOff,
      workBy: term.safeEnd,
      was: endsBefore(running),
      closed: closedIn(term),
      ...(askBy === undefined ? {} : { askBy }),
      source: {
        act: source?.act ?? '',
        quote: source?.quote ?? '',
        confirmed: source?.confirmed === true || confirmed.has(id),
      },
    };
  });
}

/** A term that nobody met and that asks for nothing any more is moot. */
function statusOf({ status, met, term }: RunningTerm): TermLine['status'] {
  if (status === 'suspended' || (status === 'running' && term.suspended !== undefined)) return 'stopped';
  return status === 'met' && met === undefined ? 'moot' : status;
}

/** Days on which a term was over and not yet open again. */
export function closedIn({ gaps }: Pick<RunningTerm['term'], 'gaps'>): TermLine['closed'] {
  return gaps.flatMap((gap) => {
    const days = closedDays(gap);
    return days === undefined ? [] : [{ ...days, unsure: gap.unsure === true }];
  });
}

/** Each earlier end, with the act that moved it to the next one. */
export function endsBefore({
  term: { history },
}: {
  term: Pick<RunningTerm['term'], 'history'>;
}): TermLine['was'] {
  return history.slice(0, -1).map(({ end }, n) => {
    const next = history[n + 1];
    return {
      end,
      act: next?.act ?? '',
      knownOn: next?.knownOn ?? '',
      kind: next === undefined ? '' : MOVED[next.by],
    };
  });
}
