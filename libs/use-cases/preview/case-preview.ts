import type { CasePreview, MovedTermLine, PlannedMessage } from '#contracts/preview.js';
import type { Streams } from '#domain/application/case/case.js';
import { explain } from '#domain/application/explain/explain.js';
import { factSentence } from '#domain/application/explain/history-words.js';
import {
  addDays,
  epochMs,
  instantAt,
  type LocalDate,
  localAt,
  localOf,
} from '#domain/calendar/local-date.js';
import { inWords } from '#domain/calendar/words.js';
import { nothingHappens } from '#domain/simulation/assumption.js';
import {
  type Effect,
  effectOf,
  type MovedTerm,
  type PendingMessage,
  type ToldContent,
} from '#domain/simulation/effect.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { hoursAhead } from '#domain/post/hours-ahead.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import { to } from '#domain/italian/article.js';
import { messageSentence } from '#domain/simulation/italian-words.js';
import { difference } from '#domain/simulation/timeline.js';
import type { Term } from '#domain/term/term.js';
import { namesFor } from '../application/page/history-lines.js';
import { closedIn } from '../application/page/term-lines.js';
import type { CaseFile } from '../ports/case-files.js';
import { decideInput } from './case-input.js';
import { futureOf, messageChanges } from './future.js';

/** E-mails are told this far ahead, in days. */
const DAYS_AHEAD = 90;

/**
 * What would change in one case if its streams were these, from `now` (epoch milliseconds) on.
 * @param tell hears of everybody who is told of a date.
 * @param cupUses who else carries the CUP that the case has afterwards, where it is another one.
 */
export async function casePreview(
  file: CaseFile,
  changed: Streams,
  now: number,
  tell?: (person: string) => void,
  cupUses = file.cupUses,
): Promise<CasePreview> {
  const { definition } = file;
  const effect = effectOf(decideInput(file, now), file.pending, changed, cupUses);
  const names = namesFor(file);
  for (const { person } of effect.told) tell?.(person);
  const before = explain(effect.before, undefined, file.applicant.name);
  const after = explain(effect.after, undefined, file.applicant.name);
  const until = horizon(effect.terms, now);
  const ahead = (streams: Streams, uses = file.cupUses) =>
    futureOf(file, streams, nothingHappens, now, until, [], uses);
  const moved =
    effect.terms.length === 0 && before.stage === after.stage && before.sentence === after.sentence
      ? { cancelled: [], moved: [], planned: [] }
      : messageChanges(difference(await ahead(file.streams), await ahead(changed, cupUses)));
  return {
    application: { id: file.id, number: file.number, label: effect.before.stage.label },
    applicant: { id: file.applicant.id, name: file.applicant.name },
    stage: { before: before.label, after: after.label },
    state: { before: before.state, after: after.state },
    sentence: { before: before.sentence, after: after.sentence },
    terms: effect.terms.map(termLine),
    told: effect.told.map((message) => {
      const name = file.names.get(message.person)?.name;
      return { ...(name === undefined ? {} : { name }), sentence: toldSentence(message) };
    }),
    messages: {
      ...moved,
      cancelled: [
        // Those of terms are among the e-mails told ahead.
        ...effect.cancelled
          .filter((each) => each.term === undefined)
          .toSorted((a, b) => a.deliverAt.localeCompare(b.deliverAt) || a.key.localeCompare(b.key))
          .map((each) => plannedLine(file, each)),
        ...moved.cancelled,
      ],
      atOnce: atOnce(file, effect, now),
    },
    decisions: effect.decided.map((fact) => factSentence(definition, fact, names)),
  };
}

/** As far as the last date that moves, and a day; not further than e-mails are told. */
function horizon(terms: readonly MovedTerm[], now: number): number {
  const today = localAt(now).date;
  const last = terms
    .flatMap(({ before, after }) => [before?.end, after?.end])
    .filter((each): each is LocalDate => each !== undefined)
    .toSorted()
    .at(-1);
  const furthest = addDays(today, DAYS_AHEAD);
  const wanted = last === undefined || last < today ? addDays(today, 30) : addDays(last, 1);
  return epochMs(instantAt(wanted < furthest ? wanted : furthest, '23:59'));
}

function termLine({ id, round, label, official, settled, before, after }: MovedTerm): MovedTermLine {
  const dates = ({ end, cutOff, safeEnd }: Term) => ({ end, cutOff, workBy: safeEnd });
  return {
    id,
    round,
    label,
    official,
    ...(settled === undefined ? {} : { settled }),
    ...(before === undefined ? {} : { old: dates(before) }),
    ...(after === undefined ? {} : { new: { ...dates(after), closed: closedIn(after) } }),
  };
}

/** What is decided as soon as it is on record, with the hours by the rule that sends it: beside all that waits already. */
function atOnce(
  file: CaseFile,
  { told, planned, cancelled }: Pick<Effect, 'told' | 'planned' | 'cancelled'>,
  now: number,
): PlannedMessage[] {
  const decided: MessageDecision[] = [...told, ...planned];
  const gone = new Set(cancelled.map(({ key }) => key));
  const waiting = [...file.pending.filter(({ key }) => !gone.has(key)), ...decided].map((each) => ({
    ...each,
    id: each.key,
  }));
  return decided.flatMap((message) => {
    const { person } = message;
    const to = addresseeOf(person, localAt(now).date, file.post);
    const own = waiting.filter((each) => each.person === person);
    const at = to && hoursAhead(to, own, file.post.used.get(person) ?? [], now).get(message.key);
    return at === undefined ? [] : [plannedLine(file, { ...message, deliverAt: at })];
  });
}

function plannedLine(file: CaseFile, message: PendingMessage): PlannedMessage {
  const { date, time } = localOf(message.deliverAt);
  return {
    sentence: `${messageSentence(file.definition, message, to(namesFor(file).person(message.person)))}.`,
    on: date,
    at: time.slice(0, 5),
  };
}

/** Continues a name: "aveva ricevuto sabato 28 marzo, riceverà martedì 30 marzo." */
export function toldSentence(message: ToldContent): string {
  switch (message.kind) {
    case 'callNews':
      return NEWS[message.body.news];
    case 'termMoved':
    case 'dateCorrected': {
      const { oldEnd, newEnd } = message.body;
      return newEnd === undefined
        ? `aveva ricevuto ${day(oldEnd)}: saprà che questo termine non c’è.`
        : `aveva ricevuto ${day(oldEnd)}, riceverà ${day(newEnd)}.`;
    }
    default:
      return message satisfies never;
  }
}

const NEWS = {
  withdrawn: 'aveva ricevuto un’e-mail: saprà che l’avviso è ritirato.',
  fundsExhausted: 'saprà che i fondi sono esauriti e che l’ufficio telefona.',
  fundsAgain: 'saprà che ci sono di nuovo fondi.',
  sendAgain: 'saprà che va inviata di nuovo.',
} as const satisfies Record<MessageBodies['callNews']['news'], string>;

function day(date: LocalDate): string {
  return inWords(date, { year: true });
}
