import { Injectable } from '@nestjs/common';
import { ApplicationFailure, cancellationSignal, Context } from '@temporalio/activity';
import type { PostActivities, PostStanding } from '#process/standing.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { DeliverMail, TryAgainLater } from '#use-cases/post/deliver-mail.js';

const HEARTBEAT_MS = 4_000;

/** What a person's post asks. A failure that reaches Temporal carries an SMTP code and nothing else. */
@Injectable()
export class PostActivitiesService implements PostActivities {
  constructor(
    private readonly box: PostBox,
    private readonly mail: DeliverMail,
  ) {}

  async lookAtPost(person: string): Promise<PostStanding> {
    return (await this.box.next(person)) ?? {};
  }

  async deliver(person: string, slot: string): Promise<void> {
    const beat = setInterval(() => Context.current().heartbeat(), HEARTBEAT_MS);
    try {
      await this.mail.run(person, slot, cancellationSignal());
    } catch (error) {
      if (error instanceof TryAgainLater)
        throw ApplicationFailure.create({ type: 'SMTP', message: error.code });
      throw error;
    } finally {
      clearInterval(beat);
    }
  }

  async giveUp(person: string, slot: string): Promise<void> {
    await this.box.giveUp(person, slot);
  }
}
