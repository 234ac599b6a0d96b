import { type Case, readCase } from '#domain/application/case/case.js';
import { epochMs, isoInstant, localAt } from '#domain/calendar/local-date.js';
import { type Addressee, addresseeOf } from '#domain/post/addressee.js';
import { isDue, nextPost, skipped } from '#domain/post/next-post.js';
import { ofMessage } from '#domain/reminder/message.js';
import { superseded } from '#domain/reminder/not-sent.js';
import type { Clock } from '../clock.js';
import type { LetterItem, LetterWriter } from '../ports/letter-writer.js';
import type {
  LoadedPost,
  MailStore,
  MailTransaction,
  MessageCase,
  PostChanges,
} from '../ports/mail-store.js';
import type { Mail, SendOutcome } from '../ports/mailer.js';
import { afterTry } from './after-try.js';
import { type AnsweredSender, compose, mailOf } from './compose.js';
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
    return { slot: delivery.slot, waitMs: Math.max(0, at - now), timer: isoInstant(at - offsetMs) };
  }

  /**
   * Makes the mail of a slot: drops what no longer holds, writes the rest into one mail and keeps it before anything
   * is sent. Called again for the same slot it gives the same mail, unless that was sent: then nothing.
   */
  async claim(person: string, slot: string): Promise<(Mail & { id: string }) | undefined> {
    const now = await this.clock.now();
    return this.store.transact(async (on) => {
      await on.lock(person);
      const post = await on.load(person);
      if (post === undefined) return undefined;
      const begun = await on.mailAt(person, slot);
      if (begun !== undefined) {
        return begun.state === 'sending' ? mailOf(begun, post.person.name, this.sender) : undefined;
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
          const theCase = readCase(each.definition, { call: each.callFacts, application: each.facts });
          const why = skipped(each.message, to, theCase, each.facts, now);
          if (why === undefined) kept.push({ ...each, theCase });
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
      const { people, named, ...said } = await on.words(each);
      const at = localAt(now).date;
      items.push({ ...each, ...said, people: peopleOfCase(people, named, at, ofMessage(each.message)) });
    }
    const before = await on.countAt(person.id, slot);
    const desk = to.officer ? { desk: await on.desk(person.unionId, now) } : {};
    const email = person.email ?? '';
    return { to: { ...person, email, roles: to.roles }, items, slot, before, ...desk, now };
  }
}

type JudgedCase = MessageCase & { theCase: Case };

function planOf(post: LoadedPost, now: number) {
  const to = addresseeOf(post.person.id, localAt(now).date, post.people);
  return to === undefined ? undefined : { to, plan: nextPost(to, post.waiting, post.used, now) };
}
