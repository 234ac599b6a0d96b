import type { Case } from '#domain/application/case/case.js';
import type { Decisions, ToldMessage } from '#domain/application/decide/decide.js';
import { stillHolds } from '#domain/application/decide/still-holds.js';
import { epochMs, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { isOfficeRole, isRole } from '#domain/people/role.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { overtaken } from '#domain/reminder/only-latest.js';
import { type Delivery, nextDelivery } from '#domain/reminder/slots.js';

/** A message of a simulation: what was decided, what became of it, and when. */
export interface SimulatedMessage {
  decision: MessageDecision;
  state: 'pending' | 'sent' | 'skipped';
  /** Epoch milliseconds at which it was sent or dropped, or for which it is due. */
  at: number;
}

/** The post of everybody in a simulation: one e-mail at each hour that has something due, as the real one sends it. */
export class SimulatedPost {
  readonly messages: SimulatedMessage[] = [];
  private readonly used = new Map<string, string[]>();
  /** Next e-mail of each person who has something pending; `undefined` until it is asked for again. */
  private readonly planned = new Map<string, Delivery | undefined>();

  /** @param isClosed the applicant's offices are closed that day. */
  constructor(
    private readonly already: readonly ToldMessage[],
    private readonly isClosed: (date: LocalDate) => boolean,
  ) {}

  add(decided: Decisions['messages'], now: number): void {
    for (const { superseded, ...decision } of decided) {
      const due = epochMs(decision.deliverAt);
      if (superseded !== true) this.planned.set(decision.person, undefined);
      this.messages.push(
        superseded === true
          ? { decision, state: 'skipped', at: now }
          : { decision, state: 'pending', at: due },
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
      this.dropOvertaken(now);
      const planned = this.deliveries(now);
      const due = planned.filter((each) => epochMs(each.delivery.at) <= now);
      if (due.length === 0) {
        const times = planned.map((each) => epochMs(each.delivery.at));
        return times.length === 0 ? undefined : Math.min(...times);
      }
      for (const { person, delivery } of due) this.send(person, delivery, theCase, facts, now);
    }
  }

  private dropOvertaken(now: number): void {
    for (const person of this.planned.keys()) {
      const waiting = this.messages.filter(
        (each) => each.state === 'pending' && each.decision.person === person,
      );
      const gone = overtaken(
        waiting.map(({ decision }) => ({ ...decision, id: decision.key })),
        now,
      );
      for (const each of waiting.filter(({ decision }) => gone.includes(decision.key))) {
        this.planned.set(person, undefined);
        each.state = 'skipped';
        each.at = now;
      }
    }
  }

  private send(person: string, delivery: Delivery, theCase: Case, facts: readonly Fact[], now: number): void {
    let sent = false;
    this.planned.set(person, undefined);
    for (const message of this.messages.filter((each) => delivery.messages.includes(each.decision.key))) {
      const holds = stillHolds(message.decision, theCase, facts, now) === undefined;
      message.state = holds ? 'sent' : 'skipped';
      message.at = now;
      sent ||= holds;
    }
    // An e-mail that turned out empty is not sent and uses up no hour.
    if (sent) this.used.set(person, [...(this.used.get(person) ?? []), delivery.slot]);
  }

  private deliveries(now: number): { person: string; delivery: Delivery }[] {
    return [...this.planned].flatMap(([person, known]) => {
      const delivery = known ?? this.nextOf(person, now);
      if (delivery === undefined) this.planned.delete(person);
      else this.planned.set(person, delivery);
      return delivery === undefined ? [] : [{ person, delivery }];
    });
  }

  private nextOf(person: string, now: number): Delivery | undefined {
    const pending = this.messages
      .filter((each) => each.state === 'pending' && each.decision.person === person)
      .map(({ decision: { key, kind, deliverAt, digest, term } }) => ({
        id: key,
        kind,
        deliverAt,
        digest,
        ...(term === undefined ? {} : { term }),
      }));
    const to = {
      officer: isRole(person) && isOfficeRole(person),
      mayor: person === 'legalRepresentative',
      isClosed: this.isClosed,
    };
    return nextDelivery(to, pending, this.used.get(person) ?? [], now);
  }
}

/** Local moment of an event, as timelines write it. */
export function localText(at: number): string {
  const { date, time } = localAt(at);
  return `${date}T${time}`;
}
