import { capital } from '#domain/italian/sentence.js';
import { roundName } from '#domain/term/round-name.js';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { Actor } from '#domain/access/can.js';
import { type Case, nextEnd, readCase } from '#domain/application/case/case.js';
import { explain } from '#domain/application/explain/explain.js';
import { guidesFor } from '#domain/application/explain/guides.js';
import { type Coming, comingInWords, isAhead } from '#domain/application/explain/next-words.js';
import { mayApplyAgain } from '#domain/application/may/apply-again.js';
import { permitted, type PermittedInput } from '#domain/application/may/permitted.js';
import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { innerDay } from '#domain/reminder/counted-day.js';
import { scenarioIn } from '#domain/scenario/scenario-in.js';
import { simulating } from '#domain/simulation/simulate.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';
import { pages } from '../../unhurried.js';
import { lineOf } from './line.js';
import { peopleLines } from './people-lines.js';
import { requirementLines } from './requirement-lines.js';
import { stepsAfter, stepsOf } from './steps.js';
import { talkLines } from './talk-lines.js';
import { termLines } from './term-lines.js';
import { valueLines } from './value-lines.js';

/** The case of a file with what needs more than its facts: the reason of a closing. */
export function caseOf(file: CaseFile): Case {
  const read = readCase(file.definition, file.streams);
  const { closed } = read;
  const because = closed === undefined ? undefined : file.details.get(closed.fact)?.['reason'];
  return {
    ...read,
    // Of a call that was annulled the case says so by itself; the office's words are in the call's history.
    ...(closed !== undefined && read.withdrawn === undefined && typeof because === 'string'
      ? { closed: { ...closed, because } }
      : {}),
  };
}

/** The page of an application, as one person reads it at `now` (epoch milliseconds). */
export async function applicationPage(file: CaseFile, actor: Actor, now: number): Promise<ApplicationPage> {
  const theCase = caseOf(file);
  const at = localAt(now);
  const today = at.date;
  const { definition, applicant } = file;
  const wait = explain(theCase, file.ahead, applicant.name);
  const next = wait.coming.find((each) => isAhead(each, at));
  const line = lineOf(file, theCase, wait, at);
  // Before the decree there is nothing to contract.
  const granted = line.amountWord === 'decreed' || line.amountWord === 'collected';
  const asked: PermittedInput = {
    actor,
    resource: { union: file.union, bodies: file.participants, application: file.id },
    applicant: applicant.id,
    definition,
    streams: file.streams,
    findings: theCase.findings,
    now,
  };
  const again = file.later === undefined ? mayApplyAgain(asked, theCase) : undefined;
  return {
    ...line,
    ...(file.later === undefined ? {} : { later: file.later }),
    ...(again === undefined || applicant.istat === undefined
      ? {}
      : { again: { ...again, comune: applicant.istat } }),
    ...(granted ? { scenario: scenarioIn(file.streams.application)?.body.scenario ?? null } : {}),
    on: today,
    seq: file.seq,
    callSeq: file.callSeq,
    platform: definition.platform,
    funder: definition.funder,
    state: wait.state,
    since: wait.since,
    ...papersBy(theCase, today),
    ...(next === undefined ? {} : { next: nextLine(next, today) }),
    after: await afterwards(file, theCase, now),
    steps: stepsOf(definition, theCase, file.documents),
    terms: termLines(definition, theCase, file.streams.call),
    requirements: requirementLines(file, theCase),
    values: valueLines(definition, file.streams.application),
    findings: theCase.findings.map(({ id, code, sentence, holds }) => ({
      id,
      code,
      sentence,
      ...(holds === true ? { holds } : {}),
    })),
    guides: guidesFor(theCase),
    people: peopleLines(file, today),
    conversation: talkLines(file),
    may: permitted(asked),
  };
}

/** "Oggi ore 16 promemoria al segretario." */
function nextLine(next: Coming, today: LocalDate): NonNullable<ApplicationPage['next']> {
  const { on, at } = next;
  const words = comingInWords(next, { since: today, today });
  return {
    on,
    ...(at === undefined ? {} : { at }),
    sentence: `${capital(words)}.`,
  };
}

/** The day to work by that the e-mails name before the end of a call (policy, row C): page and post say the same. */
function papersBy({ terms }: Case, today: LocalDate): { papersBy?: LocalDate } {
  const term = nextEnd(terms);
  if (term?.reminders !== 'C' || !term.reminds) return {};
  const inner = innerDay(term.term.safeEnd);
  return inner < today ? {} : { papersBy: inner };
}

/** Two steps ahead are told, if they are to come within this time. */
const AHEAD_MS = 500 * 86_400_000;

/** The next two steps, on the days on which they would begin if everybody worked by the dates to work by. */
async function afterwards(file: CaseFile, theCase: Case, now: number): Promise<ApplicationPage['after']> {
  if (theCase.ended) return [];
  const steps = stepsAfter(file.definition, theCase).slice(0, 2);
  if (steps.length === 0) return [];
  const ahead = simulating({
    definition: file.definition,
    streams: file.streams,
    from: now,
    until: now + AHEAD_MS,
    // Who would be written to plays no part.
    people: { holding: () => [], addressee: () => undefined },
    isClosed: file.isClosed,
  });
  const wanted = steps.map(({ stage, round }) => roundName(stage, round));
  const begins = await pages.run(beginnings(ahead, wanted));
  return steps.map(({ stage, label, round }) => {
    const at = begins.get(roundName(stage, round));
    return { stage, label, ...(at === undefined ? {} : { on: at.slice(0, 10) }) };
  });
}

/** Looks ahead no further than to where the last of the steps has begun. */
function* beginnings(
  ahead: ReturnType<typeof simulating>,
  wanted: readonly string[],
): Generator<undefined, ReadonlyMap<string, string>> {
  const begins = new Map<string, string>();
  for (const events of ahead) {
    for (const { kind, code, at } of events) {
      if (kind === 'stage' && wanted.includes(code) && !begins.has(code)) begins.set(code, at);
    }
    if (begins.size === wanted.length) break;
    yield;
  }
  return begins;
}
