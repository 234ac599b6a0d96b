import { type Case, readCase } from '#domain/application/case/case.js';
import { epochMs, isoInstant, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { type Addressee, addresseeOf } from '#domain/post/addressee.js';
import { holdersOf } from '#domain/people/assignment.js';
import type { Seat } from '#domain/people/seat.js';
import { isDue, nextPost, skipped } from '#domain/post/next-post.js';
import type { Delivery } from '#domain/reminder/slots.js';
import { overtaken } from '#domain/post/only-latest.js';
import { ofMessage } from '#domain/reminder/message.js';
import { perhaps, superseded } from '#domain/reminder/not-sent.js';
import type { Clock } from '../clock.js';
import type { LetterItem, LetterWriter } from '../ports/letter-writer.js';
import type {
  LoadedPost,
  MailRow,
  MailStore,
  MailTransaction,
  MessageCase,
  PostChanges,
} from '../ports/mail-store.js';
import type { Mail, SendOutcome } from '../ports/mailer.js';
import { afterTry, withoutSecrets } from './after-try.js';
import { type AnsweredSender, compose, composeAgain, mailOf } from './compose.js';
import { LOOK_AGAIN_MS, Patience, SLEPT_OVER_MS } from './patience.js';
import { peopleOfCase } from './people-of-case.js';

/** What comes next for a person's post. */
export interface NextMail {
  slot: string;
  /** Milliseconds from now; 0 when it is due. */
  waitMs: number;
  /** Real instant, which names the timer. */
  timer: string;
}

/**
 * Messages decided for a person, and the mails made of them: load, judge, write, commit. What goes and what is left out
 * is decided by `domain/post`, for the real post as for every preview.
 */
export class PostBox {
  private readonly patience = new Patience();

  constructor(
    private readonly store: MailStore,
    private readonly clock: Clock,
    private readonly writer: LetterWriter,
    private readonly sender: AnsweredSender,
  ) {}

  /** When a person is written to next; undefined while nothing waits, or where nobody can be reached. */
  async next(person: string): Promise<NextMail | undefined> {
    const { now, offsetMs } = await this.clock.read();
    const post = await this.store.transact((on) => on.load(person));
    if (post === undefined) return undefined;
    if (post.begun !== undefined) {
      return { slot: post.begun.slot, waitMs: 0, timer: isoInstant(now - offsetMs) };
    }
    const { delivery } = planOf(post, now)?.plan ?? {};
    if (delivery === undefined) return undefined;
    const at = epochMs(delivery.at);
    if (at <= now && (await this.waitsForCases(post, delivery, now))) {
      return {
        slot: delivery.slot,
        waitMs: LOOK_AGAIN_MS,
        timer: isoInstant(now - offsetMs + LOOK_AGAIN_MS),
      };
    }
    return { slot: delivery.slot, waitMs: Math.max(0, at - now), timer: isoInstant(at - offsetMs) };
  }

  /** Cases that were slept over may have something for the same digest; asked only when one is to go. */
  private async waitsForCases(
    { person, waiting }: LoadedPost,
    { messages }: Delivery,
    now: number,
  ): Promise<boolean> {
    if (!waiting.some(({ id, digest }) => digest && messages.includes(id))) return false;
    const latest = await this.store.transact((on) => on.sleptOver(person.unionId, now - SLEPT_OVER_MS));
    return this.patience.waits(person.unionId, latest, now);
  }

  /**
   * Makes the mail of a slot: drops what no longer holds, writes the rest into one mail and keeps it before anything
   * is sent. Called again for the same slot, for another try, it judges the same messages once more: it gives the same
   * mail, or as much of it as still holds; nothing once it was sent.
   */
  async claim(person: string, slot: string): Promise<(Mail & { id: string }) | undefined> {
    const now = await this.clock.now();
    return this.store.transact(async (on) => {
      await on.lock(person);
      const post = await on.load(person);
      if (post === undefined) return undefined;
      const begun = await on.mailAt(person, slot);
      if (begun !== undefined) {
        return begun.state === 'sending' ? this.claimAgain(on, post, begun, now) : undefined;
      }
      const planned = planOf(post, now);
      if (planned === undefined) return undefined;
      const { to, plan } = planned;
      const changes: PostChanges = {
        skipped: plan.overtaken.map((id) => ({ id, why: superseded(localAt(now).date) })),
      };
      if (plan.delivery !== undefined && isDue(plan, slot, now)) {
        const kept: JudgedCase[] = [];
        for (const each of await on.cases(plan.delivery.messages)) {
          const { why, ...judged } = judge(each, to, now);
          if (why === undefined) kept.push(judged);
          else changes.skipped.push({ id: each.message.id, why });
        }
        if (kept.length > 0) {
          changes.mail = compose(
            await this.composing(on, post, to, kept, slot, now),
            this.writer,
            this.sender,
          );
        }
      }
      await on.commit(changes);
      return changes.mail && mailOf(changes.mail.row, post.person.name, this.sender);
    });
  }

  /** Of what was to be told only what still holds is told: it never becomes more, and with nothing left nothing goes. */
  private async claimAgain(
    on: MailTransaction,
    post: LoadedPost,
    begun: MailRow,
    now: number,
  ): Promise<(Mail & { id: string }) | undefined> {
    const to = addresseeOf(post.person.id, localAt(now).date, post.people);
    const inMail = await on.inMail(begun.id);
    const gone = overtaken([...inMail, ...post.waiting], now);
    const perhapsRead = begun.unanswered > 0 || begun.replaces !== null;
    const changes: PostChanges = { skipped: [] };
    const kept: JudgedCase[] = [];
    for (const each of await on.cases(inMail.map(({ id }) => id))) {
      const { id } = each.message;
      const { why: holdsNoMore, ...judged } = judge(each, to, now);
      const why = holdsNoMore ?? (gone.includes(id) ? superseded(localAt(now).date) : undefined);
      if (why === undefined) kept.push(judged);
      else {
        changes.skipped.push({ id, why: perhapsRead ? perhaps(why) : why });
        if (perhapsRead) changes.wakes = [...(changes.wakes ?? []), each.application];
      }
    }
    if (to === undefined || kept.length === 0) {
      const dropped = { id: begun.id, state: 'dropped' as const, ...withoutSecrets(begun) };
      await on.commit({ ...changes, again: { mail: dropped, answerToken: null } });
      return undefined;
    }
    const composing = await this.composing(on, post, to, kept, begun.slot, now);
    const again = composeAgain(begun, composing, this.writer, this.sender);
    await on.commit({ ...changes, again });
    return mailOf({ ...begun, ...again.mail }, post.person.name, this.sender);
  }

  /** Puts on record what became of a try; of a mail that was settled meanwhile nothing more becomes. */
  async settle(mail: string, outcome: SendOutcome): Promise<void> {
    const now = await this.clock.now();
    await this.store.transact(async (on) => {
      const row = await on.unsettled(mail);
      if (row === undefined) return;
      const failed = outcome.kind === 'dead' || outcome.kind === 'refused';
      await on.settle(afterTry(row, outcome, failed ? await on.about(mail) : undefined, now));
    });
  }

  /** The mail server could not be reached for days: the mail has failed, and the office is told. */
  async giveUp(person: string, slot: string): Promise<void> {
    const mail = await this.store.transact((on) => on.mailAt(person, slot));
    if (mail?.state === 'sending') {
      await this.settle(mail.id, { kind: 'refused', code: 'timeout', response: '' });
    }
  }

  private async composing(
    on: MailTransaction,
    { person }: LoadedPost,
    to: Addressee,
    kept: readonly JudgedCase[],
    slot: string,
    now: number,
  ) {
    const items: LetterItem[] = [];
    for (const each of kept) {
      const { named, ...said } = await on.words(each);
      const at = localAt(now).date;
      items.push({ ...each, ...said, people: peopleOfCase(each.people, named, at, ofMessage(each.message)) });
    }
    const before = await on.countAt(person.id, slot);
    const desk = to.officer ? { desk: await on.desk(person.unionId, now) } : {};
    const email = person.email ?? '';
    return { to: { ...person, email, roles: to.roles }, items, slot, before, ...desk, now };
  }
}

type JudgedCase = MessageCase & { theCase: Case };

/** Whether a message still holds, with its case as it stands; to whom nobody can write any more nothing is told. */
function judge(each: MessageCase, to: Addressee | undefined, now: number) {
  const { definition, callFacts, facts, people, message } = each;
  const theCase = readCase(definition, { call: callFacts, application: facts });
  const recipients = (seats: readonly Seat[], on: LocalDate) => holdersOf(people, seats, on);
  const why = to === undefined ? 'handedOver' : skipped(message, to, theCase, facts, recipients, now);
  return { ...each, theCase, why };
}

function planOf(post: LoadedPost, now: number) {
  const to = addresseeOf(post.person.id, localAt(now).date, post.people);
  return to === undefined ? undefined : { to, plan: nextPost(to, post.waiting, post.used, now) };
}
