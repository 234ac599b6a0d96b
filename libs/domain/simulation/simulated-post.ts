import type { Case } from '#domain/application/case.js';
import type { Decisions, ToldMessage } from '#domain/application/decide.js';
import { stillHolds } from '#domain/application/still-holds.js';
import { epochMs, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { isOfficeRole, isRole } from '#domain/people/role.js';
import type { MessageDecision } from '#domain/reminder/message.js';
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

  /** @param isClosed the applicant's offices are closed that day. */
  constructor(
    private readonly already: readonly ToldMessage[],
    private readonly isClosed: (date: LocalDate) => boolean,
  ) {}

  add(decided: Decisions['messages'], now: number): void {
    for (const { superseded, ...decision } of decided) {
      const due = epochMs(decision.deliverAt);
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

  /** When the next e-mail goes; nothing while nothing is pending. */
  next(now: number): number | undefined {
    const times = this.deliveries(now).map((each) => epochMs(each.delivery.at));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Sends what is due, and drops what is no longer true. */
  deliver(theCase: Case, facts: readonly Fact[], now: number): void {
    for (;;) {
      const due = this.deliveries(now).filter((each) => epochMs(each.delivery.at) <= now);
      if (due.length === 0) return;
      for (const { person, delivery } of due) this.send(person, delivery, theCase, facts, now);
    }
  }

  private send(person: string, delivery: Delivery, theCase: Case, facts: readonly Fact[], now: number): void {
    let sent = false;
    for (const message of this.messages.filter((each) => delivery.messages.includes(each.decision.key))) {
      const holds = stillHolds(message.decision, theCase, facts) === undefined;
      message.state = holds ? 'sent' : 'skipped';
      message.at = now;
      sent ||= holds;
    }
    // An e-mail that turned out empty is not sent and uses up no hour.
    if (sent) this.used.set(person, [...(this.used.get(person) ?? []), delivery.slot]);
  }

  private deliveries(now: number): { person: string; delivery: Delivery }[] {
    const pending = this.messages.filter((each) => each.state === 'pending');
    const people = [...new Set(pending.map((each) => each.decision.person))];
    return people.flatMap((person) => {
      const own = pending
        .filter((each) => each.decision.person === person)
        .map(({ decision: { key, deliverAt, digest, term } }) => ({
          id: key,
          deliverAt,
          digest,
          ...(term === undefined ? {} : { term }),
        }));
      const to = {
        officer: isRole(person) && isOfficeRole(person),
        mayor: person === 'legalRepresentative',
        isClosed: this.isClosed,
      };
      const delivery = nextDelivery(to, own, this.used.get(person) ?? [], now);
      return delivery === undefined ? [] : [{ person, delivery }];
    });
  }
}

/** Local moment of an event, as timelines write it. */
export function localText(at: number): string {
  const { date, time } = localAt(at);
  return `${date}T${time}`;
}
