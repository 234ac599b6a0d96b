import type { CallPage, CallTermLine, SourceLine } from '#contracts/call-page.js';
import type { AmountWord, ApplicationLine } from '#contracts/desk.js';
import { type Actor, can } from '#domain/access/can.js';
import { explain } from '#domain/application/explain/explain.js';
import { isSent } from '#domain/application/case/sent.js';
import { brakeUntil, isWithdrawn, refusedWithdrawal } from '#domain/call/brake.js';
import { fundsExhausted } from '#domain/call/funds.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { callEndNow, fixedTerm, ruleInWords } from '#domain/call/call-terms.js';
import type { Source } from '#domain/call/source.js';
import { sourcesOf, unconfirmedSources } from '#domain/call/sources.js';
import { ofType } from '#domain/fact/fact.js';
import type { Term } from '#domain/term/term.js';
import type { CallFile, CaseFile } from '#use-cases/ports/case-files.js';
import { caseOf } from '../../application/page/application-page.js';
import { historyLines } from '../../application/page/history-lines.js';
import { lineOf } from '../../application/page/line.js';
import { latestOf } from '../../desk/latest-of.js';
import { closedIn, endsBefore } from '../../application/page/term-lines.js';

/** The page of a call, as one person reads it at `now` (epoch milliseconds). */
export function callPage(call: CallFile, files: readonly CaseFile[], actor: Actor, now: number): CallPage {
  const { definition, facts } = call;
  const at = localAt(now);
  const today = at.date;
  const read = files.map((file) => {
    const theCase = caseOf(file);
    return { theCase, line: lineOf(file, theCase, explain(theCase, file.ahead, file.applicant.name), at) };
  });
  const lines = read.map((each) => each.line);
  const launched = ofType(facts, 'call.launched');
  const confirmed = new Set(launched.flatMap(({ body }) => body.confirmed));
  const source = (id: string, { act, quote, confirmed: known }: Source): SourceLine => ({
    act,
    quote,
    confirmed: known || confirmed.has(id),
  });
  const sources = sourcesOf(definition);
  const end = callEndNow(definition, facts);
  const [first] = launched;
  const brake = brakeUntil(facts);
  const withdrawn = isWithdrawn(facts);
  const sent = new Set(
    read.filter(({ theCase: { path } }) => isSent(definition, path)).map(({ line }) => line.id),
  );
  // As the board counts them: who withdrew and applied again counts once.
  const latest = latestOf(lines);
  const spent = fundsExhausted(facts);
  const acting = { actingBody: actor.unionBody };
  const may = (action: 'amendTerm' | 'launchCall') =>
    can(actor, action, { union: actor.union, bodies: [] }, { actingBody: actor.unionBody }).allowed;
  return {
    on: today,
    id: call.id,
    number: call.number,
    slug: call.slug,
    title: definition.title,
    shortTitle: definition.shortTitle,
    measure: definition.measure,
    funder: definition.funder,
    platform: definition.platform,
    definition: { id: definition.id, version: definition.version },
    opening: definition.opening,
    launchedOn: first?.legalDate ?? '',
    seq: call.seq,
    callSeq: call.seq,
    end: end === undefined ? null : datesOf(end),
    terms: definition.terms.map((term): CallTermLine => {
      const fixed = fixedTerm(definition, term, facts);
      return {
        id: term.id,
        label: term.label,
        official: term.official,
        peremptory: term.peremptory,
        rule: ruleInWords(definition, term),
        ...(fixed === undefined ? {} : { fixed: datesOf(fixed) }),
        source: source(term.id, term.source),
      };
    }),
    amounts: {
      classes: definition.amounts.classes,
      residentsOn: definition.amounts.residentsOn,
      source: source('amounts', definition.amounts.source),
    },
    applications: lines,
    sums: sumsOf(lines),
    sent: {
      done: latest.filter(({ id }) => sent.has(id)).length,
      of: latest.length,
    },
    confirmed: launched.flatMap((fact) =>
      fact.body.confirmed.map((id) => ({
        id,
        label: sources.find((each) => each.id === id)?.label ?? id,
        by: call.names.get(fact.actor ?? '')?.name ?? 'Una persona',
        on: fact.legalDate,
      })),
    ),
    toConfirm: unconfirmedSources(definition, [...confirmed]).map((each) => ({
      id: each.id,
      label: each.label,
      source: source(each.id, each.source),
    })),
    history: historyLines({ ...call, documents: new Map() }, facts, call.hashes),
    ...(brake === undefined || brake <= now ? {} : { brakeUntil: isoInstant(brake) }),
    withdrawn,
    ...(spent === undefined ? {} : { fundsExhausted: { act: spent.body.act, on: spent.body.actDate } }),
    may: {
      ...(may('amendTerm') && !withdrawn ? { amend: acting } : {}),
      ...(may('launchCall') && !withdrawn ? { apply: acting } : {}),
      ...(may('launchCall') && refusedWithdrawal(facts, sent.size) === undefined ? { withdraw: acting } : {}),
      ...(may('amendTerm') && !withdrawn
        ? spent === undefined
          ? { exhaust: acting }
          : { refund: acting }
        : {}),
    },
  };
}

function datesOf(term: Term): NonNullable<CallPage['end']> {
  const { end, cutOff, safeEnd } = term;
  return { end, cutOff, workBy: safeEnd, was: endsBefore({ term }), closed: closedIn(term) };
}

/** Each application counts once, under the word of its amount; those that came to nothing do not count. */
function sumsOf(lines: readonly ApplicationLine[]): Record<AmountWord, number> {
  const sums: Record<AmountWord, number> = { estimated: 0, requested: 0, decreed: 0, collected: 0 };
  for (const { amountWord, amountCents, sign } of lines)
    if (sign !== 'closed') sums[amountWord] += amountCents;
  return sums;
}
