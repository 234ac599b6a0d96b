import { type Case, readCase, type Streams } from '#domain/application/case/case.js';
import type { OtherCupUse } from '#domain/application/case/cup-of.js';
import { decide, type Decisions, type ToldMessage } from '#domain/application/decide/decide.js';
import { stageOf, type CallDefinition } from '#domain/call/definition.js';
import { epochMs, isoInstant, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { type Assumption, worksByDates } from './assumption.js';
import { codeOfFact, englishWords } from './event-words.js';
import { codeOfMessage } from './message-code.js';
import { MemoryPost } from './memory-post.js';
import { rolesAsPeople, type SimulatedPeople } from './simulated-people.js';
import type { EventWords, Timeline, TimelineEvent } from './timeline.js';

/** A fact that happens at a known moment of a simulation, and is recorded then (epoch milliseconds). */
export interface ScriptedFact {
  at: number;
  fact: NewFact;
  /** The stream it goes to; the application's when absent. */
  stream?: 'application' | 'call';
}

export interface SimulateInput {
  definition: CallDefinition;
  /** What is on record; the application's stream begins with `application.opened`. */
  streams: Streams;
  /** Epoch milliseconds at which the simulation begins. */
  from: number;
  /** Messages already decided, of a running application; without those that wait. */
  told?: readonly ToldMessage[];
  /** Messages that wait for their hour. */
  waiting?: readonly MessageDecision[];
  /**
   * Of a running application to which nothing happens at `from`: when the engine looks next, in epoch milliseconds, as it
   * found it when it last looked; null: only a fact moves it. Absent: something happens, and it looks at once.
   */
  looksAt?: number | null;
  /** Names of the hours of late at which people were written to, by person. */
  used?: ReadonlyMap<string, readonly string[]>;
  /** Who else carries the CUP of the case; of nobody else nothing is to be cleared up. */
  cupUses?: readonly OtherCupUse[];
  /** Id of the application, for the keys of its messages. */
  application?: string;
  /** Whom messages go to; the roles themselves when absent, so that no person is needed. */
  people?: SimulatedPeople;
  isClosed?: (date: LocalDate) => boolean;
  /** Facts at given moments, such as those of a real run that is to be compared. */
  script?: readonly ScriptedFact[];
  /** What is assumed happens also while facts of the script are still to come. */
  meanwhile?: boolean;
  /** What happens when the script says nothing; `worksByDates` when absent. */
  assume?: Assumption;
  /** Acts that are not there: known at `from`, in the call's stream. */
  amendments?: readonly TermAmended[];
  /** English when absent. */
  words?: EventWords;
  /** Epoch milliseconds beyond which nothing is told; twelve years after `from` when absent. */
  until?: number;
}

const TWELVE_YEARS_MS = 12 * 366 * 86_400_000;
/** No life of an application has more moments than this; a definition that goes in circles stops here. */
const MOST_MOMENTS = 20_000;

/**
 * Runs an application ahead in time with the same `decide` that runs it live: decide, put on record, send, let the next
 * thing happen, until the case has ended, waits for nobody assumed to act, or the limit. Pure: nothing is recorded.
 */
export function simulate(input: SimulateInput): Timeline {
  const moments = simulating(input);
  for (let step = moments.next(); ; step = moments.next()) if (step.done === true) return step.value;
}

/** The same, moment by moment with the events so far: whoever runs it may stop for others, or when it is enough. */
export function simulating(input: SimulateInput): Generator<readonly TimelineEvent[], Timeline> {
  return new Run(input).moments();
}

/** The first fact of an application that is only thought of. */
export function openingFact(at: number, applicant: string, amountCents: number): Fact {
  const { date, time } = localAt(at);
  return {
    id: 'fact-1',
    seq: 1,
    recordedAt: isoInstant(at),
    type: 'application.opened',
    legalDate: date,
    legalTime: time,
    legalSource: 'received',
    channel: 'web',
    body: { call: 'call', applicant, participants: [applicant], attempt: 1, amountCents },
  };
}

class Run {
  private readonly facts: Fact[];
  private readonly callFacts: Fact[];
  private readonly post: MemoryPost;
  private readonly events: TimelineEvent[] = [];
  private readonly script: ScriptedFact[];
  private readonly seen = new Set<string>();
  private readonly application: string;
  private readonly isClosed: (date: LocalDate) => boolean;
  private readonly words: EventWords;
  private readonly people: SimulatedPeople;
  private now: number;

  constructor(private readonly input: SimulateInput) {
    this.now = input.from;
    this.words = input.words ?? englishWords(input.definition);
    this.facts = [...input.streams.application];
    this.callFacts = [...input.streams.call];
    this.application = input.application ?? 'application';
    this.isClosed = input.isClosed ?? (() => false);
    this.people = input.people ?? rolesAsPeople(this.isClosed);
    this.post = new MemoryPost(input.told ?? [], this.people.addressee, this.people.holding, input.used);
    this.post.add(input.waiting ?? [], input.from);
    this.script = (input.script ?? []).toSorted((a, b) => a.at - b.at);
  }

  *moments(): Generator<readonly TimelineEvent[], Timeline> {
    for (const fact of this.facts.filter((each) => epochMs(each.recordedAt) >= this.input.from)) {
      this.tell('fact', fact);
    }
    for (const body of this.input.amendments ?? []) this.record(amended(body, this.now), 'call');
    const before = readCase(this.input.definition, this.streams());
    for (const step of before.path.slice(0, -1)) this.seen.add(`${step.stage.id}#${step.round}`);
    const until = this.input.until ?? this.input.from + TWELVE_YEARS_MS;
    const assume = this.input.assume ?? worksByDates;
    let decisions = this.input.looksAt === undefined ? this.look() : this.resting(this.input.looksAt);
    for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
      yield this.events;
      const { theCase, next } = decisions;
      const facts = effectiveFacts(this.facts);
      const mail = this.post.deliver(theCase, facts, this.now);
      const [scripted] = this.script;
      const act =
        theCase.ended || (scripted !== undefined && this.input.meanwhile !== true)
          ? undefined
          : assume(theCase, facts, this.now);
      if (scripted !== undefined && scripted.at <= this.now) {
        this.script.shift();
        this.record(scripted.fact, scripted.stream ?? 'application');
        decisions = this.look();
        continue;
      }
      if (act !== undefined && act.at <= this.now) {
        this.record(act.fact, 'application');
        decisions = this.look();
        continue;
      }
      const times = [next?.at, mail, scripted?.at, act?.at].filter((at) => at !== undefined);
      if (times.length === 0) return this.timeline(theCase, theCase.ended ? 'ended' : 'waits');
      const then = Math.max(Math.min(...times), this.now + 1);
      if (then > until) return this.timeline(theCase, 'limit');
      this.now = then;
      // An e-mail that goes wakes nobody: only facts and the decided next moment do.
      if (next !== undefined && next.at <= then) decisions = this.look();
    }
    return this.timeline(readCase(this.input.definition, this.streams()), 'limit');
  }

  private streams(): Streams {
    return { call: this.callFacts, application: this.facts };
  }

  /** Nobody looks before the moment for which the engine set its timer. */
  private resting(looksAt: number | null): Pick<Decisions, 'theCase'> & { next?: { at: number } } {
    const theCase = readCase(this.input.definition, this.streams());
    return { theCase, ...(looksAt === null ? {} : { next: { at: looksAt } }) };
  }

  /** One transaction of the real thing: decide, and put on record what was decided. */
  private look(): Pick<Decisions, 'theCase'> & { next?: { at: number } } {
    const decisions = decide({
      application: this.application,
      definition: this.input.definition,
      streams: this.streams(),
      told: this.post.told(),
      recipients: this.people.holding,
      writtenTo: this.people.addressee,
      isClosed: this.isClosed,
      cupUses: this.input.cupUses ?? [],
      now: this.now,
    });
    for (const fact of decisions.facts) this.record(fact, 'application');
    this.post.add(decisions.messages, this.now);
    for (const step of decisions.theCase.path) {
      const name = `${step.stage.id}#${step.round}`;
      if (this.seen.has(name)) continue;
      this.seen.add(name);
      const { label } = stageOf(this.input.definition, step.stage.id);
      this.events.push({
        at: localText(this.now),
        kind: 'stage',
        code: name,
        words: this.words.stage(label),
      });
    }
    return decisions;
  }

  private record(fact: NewFact, stream: 'application' | 'call'): void {
    const facts = stream === 'call' ? this.callFacts : this.facts;
    const seq = facts.length + 1;
    // A recorded fact is the proposed one with its place and moment; its type stays tied to its body.
    const recorded = {
      ...fact,
      id: `${stream === 'call' ? 'call-' : ''}fact-${seq}`,
      seq,
      recordedAt: isoInstant(this.now),
    } as Fact;
    facts.push(recorded);
    this.tell(fact.channel === 'engine' ? 'decision' : 'fact', recorded);
  }

  private tell(kind: 'fact' | 'decision', fact: Fact): void {
    const words = this.words.fact(fact);
    this.events.push({ at: localText(epochMs(fact.recordedAt)), kind, code: codeOfFact(fact), words });
  }

  private timeline(theCase: Case, stopped: Timeline['stopped']): Timeline {
    const messages = this.post.messages.map(({ decision, state, at }): TimelineEvent => ({
      at: localText(at),
      kind: 'message',
      code: `${codeOfMessage(decision)} to ${decision.person}`,
      words: this.words.message(decision),
      state,
    }));
    const ends = theCase.terms.map((running): TimelineEvent => ({
      at: `${running.term.end}T${running.term.cutOff}:00`,
      kind: 'end of term',
      code: `${running.id}#${running.round}`,
      words: this.words.end(running),
    }));
    const events = [...this.events, ...messages, ...ends].toSorted((a, b) => a.at.localeCompare(b.at));
    return { events, stopped, theCase, facts: this.facts, decided: this.post.messages };
  }
}

/** Local moment of an event, as timelines write it. */
function localText(at: number): string {
  const { date, time } = localAt(at);
  return `${date}T${time}`;
}

function amended(body: TermAmended, now: number): NewFact {
  const { date, time } = localAt(now);
  return {
    type: 'term.amended',
    legalDate: date,
    legalTime: time,
    legalSource: 'declared',
    channel: 'web',
    body,
  };
}
