import type { Case } from '#domain/application/case/case.js';
import type { DecideInput, Decisions, ToldMessage } from '#domain/application/decide/decide.js';
import { epochMs, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Addressee } from '#domain/post/addressee.js';
import { isDue, nextPost, type NextPost, skipped } from '#domain/post/next-post.js';
import type { MessageDecision } from '#domain/reminder/message.js';

/** A message of a simulation: what was decided, what became of it, and when. */
export interface SimulatedMessage {
  decision: MessageDecision;
  state: 'pending' | 'sent' | 'skipped';
  /** Epoch milliseconds at which it was sent or dropped, or for which it is due. */
  at: number;
}

/** How a person is written to on a day; nobody, where no e-mail can reach them. */
export type Addressees = (person: string, on: LocalDate) => Addressee | undefined;

/**
 * Everybody's post, kept in memory instead of a database: which e-mail goes when and what is left out of it is decided
 * by the functions of `domain/post`, as for the real one.
 */
export class MemoryPost {
  readonly messages: SimulatedMessage[] = [];
  private readonly used: Map<string, readonly string[]>;
  /** What comes next for each person who has something pending; `undefined` until it is asked for again. */
  private readonly planned = new Map<string, NextPost | undefined>();

  constructor(
    private readonly already: readonly ToldMessage[],
    private readonly addressees: Addressees,
    private readonly recipients: DecideInput['recipients'],
    used: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {
    this.used = new Map(used);
  }

  add(decided: readonly Decisions['messages'][number][], now: number): void {
    for (const { superseded, ...decision } of decided) {
      if (superseded !== true) this.planned.set(decision.person, undefined);
      this.messages.push(
        superseded === true
          ? { decision, state: 'skipped', at: now }
          : { decision, state: 'pending', at: epochMs(decision.deliverAt) },
      );
    }
  }

  /** What was told so far, as `decide` asks for it. */
  told(): ToldMessage[] {
    const told = this.messages.map(({ decision, state }): ToldMessage => {
      const { key, kind, person, deliverAt, term } = decision;
      return { key, kind, person, state, deliverAt, ...(term === undefined ? {} : { term }) };
    });
    return [...this.already, ...told];
  }

  /**
   * Sends what is due, and drops what is no longer true.
   * @returns when the next e-mail goes; nothing while nothing is pending.
   */
  deliver(theCase: Case, facts: readonly Fact[], now: number): number | undefined {
    for (;;) {
      const times: number[] = [];
      let due = false;
      for (const [person, known] of this.planned) {
        const { delivery } = known ?? this.plan(person, now);
        if (delivery === undefined) this.planned.delete(person);
        else if (epochMs(delivery.at) > now) times.push(epochMs(delivery.at));
        else {
          due = true;
          this.claim(person, delivery.slot, theCase, facts, now);
        }
      }
      if (!due) return times.length === 0 ? undefined : Math.min(...times);
    }
  }

  private plan(person: string, now: number): NextPost {
    const to = this.addressees(person, localAt(now).date);
    const plan =
      to === undefined
        ? { overtaken: [] }
        : nextPost(to, this.waiting(person), this.used.get(person) ?? [], now);
    this.planned.set(person, plan);
    return plan;
  }

  /** The e-mail of an hour, as it is found at that hour. */
  private claim(person: string, slot: string, theCase: Case, facts: readonly Fact[], now: number): void {
    const to = this.addressees(person, localAt(now).date);
    const plan = this.plan(person, now);
    this.planned.set(person, undefined);
    if (to === undefined) return;
    for (const each of this.pending(person, plan.overtaken)) this.settle(each, 'skipped', now);
    if (plan.delivery === undefined || !isDue(plan, slot, now)) return;
    let sent = false;
    for (const each of this.pending(person, plan.delivery.messages)) {
      const left = skipped(each.decision, to, theCase, facts, this.recipients, now);
      this.settle(each, left === undefined ? 'sent' : 'skipped', now);
      sent ||= left === undefined;
    }
    // An e-mail that turned out empty is not sent and uses up no hour.
    if (sent) this.used.set(person, [...(this.used.get(person) ?? []), slot]);
  }

  private settle(message: SimulatedMessage, state: 'sent' | 'skipped', now: number): void {
    Object.assign(message, { state, at: now });
  }

  private pending(person: string, among?: readonly string[]): SimulatedMessage[] {
    return this.messages.filter(
      ({ state, decision }) =>
        state === 'pending' &&
        decision.person === person &&
        (among === undefined || among.includes(decision.key)),
    );
  }

  private waiting(person: string) {
    return this.pending(person).map(({ decision }) => ({ ...decision, id: decision.key }));
  }
}
