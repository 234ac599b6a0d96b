import { Injectable } from '@nestjs/common';
import type { MessageList, MessagesQuery, PlannedMessage } from '#contracts/messages.js';
import { type Actor, can } from '#domain/access/can.js';
import { localAt, localOf } from '#domain/calendar/local-date.js';
import { isUnionRole } from '#domain/people/role.js';
import { kindInWords } from '#domain/reminder/message-words.js';
import { whyInWords } from '#domain/reminder/not-sent.js';
import { outageInWords } from '#domain/post/outage.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { DeskQueries } from '../ports/desk-queries.js';
import { MailQueries } from '../ports/mail-queries.js';
import { seenBy } from '../desk/seen.js';
import { toldAt } from './told-at.js';
import { plannedMessages } from './planned-messages.js';

/** What was, is and will be written: all of it for who belongs to the union, the own for everybody else. */
@Injectable()
export class ListMessages {
  constructor(
    private readonly queries: MailQueries,
    private readonly desk: DeskQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, query: MessagesQuery): Promise<MessageList> {
    const bodies = actor.memberships.map((each) => each.body);
    demand(can(actor, 'readMessages', { union: actor.union, bodies }));
    const now = await this.clock.now();
    const { date, time } = localAt(now);
    const outage = readsAll(actor) ? await this.desk.mailOutage(actor.person, now) : undefined;
    const { messages, next, counts } = await this.queries.page(actor.person, {
      ...query,
      ...(readsAll(actor) ? {} : { only: actor.person }),
    });
    const waiting = messages.filter(({ state, mail }) => state === 'pending' && mail === undefined);
    const hours = await this.hours(actor, waiting, now);
    return {
      on: date,
      at: time.slice(0, 5),
      messages: messages.map(({ why, ...line }) => {
        const goesAt = hours.get(line.id);
        return {
          ...line,
          label: kindInWords(line.kind),
          ...(goesAt === undefined ? {} : { goesAt: inRome(goesAt) }),
          ...(why === undefined ? {} : { why: whyInWords(why) }),
        };
      }),
      next,
      counts,
      ...(outage === undefined ? {} : { outage: outageInWords(outage, date) }),
      ...(query.state === 'pending' && query.before === undefined
        ? { planned: await this.planned(actor, query) }
        : {}),
    };
  }

  private async hours(
    { person }: Actor,
    waiting: readonly { person: { id: string } }[],
    now: number,
  ): Promise<Map<string, string>> {
    if (waiting.length === 0) return new Map();
    const people = [...new Set(waiting.map((each) => each.person.id))];
    return toldAt(await this.queries.waiting(person, people), now);
  }

  /** Who reads only what is written to themselves sees only that of what is planned. */
  private async planned(actor: Actor, { person, application }: MessagesQuery): Promise<PlannedMessage[]> {
    const own = readsAll(actor) ? undefined : actor.person;
    if (own !== undefined && person !== undefined && person !== own) return [];
    const seen = await seenBy(actor, this.desk, this.clock);
    return plannedMessages(seen, { person: own ?? person, application });
  }
}

function inRome(instant: string): string {
  const { date, time } = localOf(instant);
  return `${date}T${time.slice(0, 5)}`;
}

function readsAll({ memberships, unionBody }: Actor): boolean {
  return memberships.some((held) => held.body === unionBody && isUnionRole(held.role));
}
