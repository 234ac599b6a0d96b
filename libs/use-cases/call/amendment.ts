import type { AmendmentRequest } from '#contracts/application.js';
import { readCase } from '#domain/application/case/case.js';
import type { LocalMoment } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import type { Refused } from '#domain/fact/refused.js';
import type { CaseView } from '../record/recorded.js';
import { type CallAct, factOf } from './call-acts.js';

// An act that moves a term, as a fact: the same for its preview and for the act itself.

/** In the call's stream, for all its applications; what it may move the record asks the call. */
export function amendmentAct(request: AmendmentRequest): CallAct {
  return (before) => factOf(before, 'term.amended', amendmentOf(request));
}

/** In the stream of one application, where it moves the round that runs. */
export function amendmentInCase(
  { definition, streams }: CaseView,
  request: AmendmentRequest,
  { call, ...acting }: { call: string; actor: string; at: LocalMoment },
): NewFact | Refused {
  if (!streams.application.some((each) => isOpenedIn(each, call))) return OF_ANOTHER_CALL;
  return factOf(acting, 'term.amended', inRunningRound(amendmentOf(request), { definition, streams }));
}

export function inRunningRound(body: TermAmended, { definition, streams }: CaseView): TermAmended {
  const running = readCase(definition, streams).terms.findLast((each) => each.id === body.term);
  return running === undefined ? body : { ...body, round: running.round };
}

const OF_ANOTHER_CALL: Refused = {
  code: 'AVV-13',
  detail: 'Questa candidatura è di un altro avviso: ricarica la pagina e scegli di nuovo.',
};

function isOpenedIn(fact: Fact, call: string): boolean {
  return fact.type === 'application.opened' && fact.body.call === call;
}

function amendmentOf({
  actingBody: _body,
  onBehalfOf: _none,
  applications: _all,
  ...body
}: AmendmentRequest): TermAmended {
  return body as TermAmended;
}
