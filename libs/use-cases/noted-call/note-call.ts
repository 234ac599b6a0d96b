import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { NotedCall, NotedCallList, NotedCallRequest } from '#contracts/noted-call.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { type Actor, can } from '#domain/access/can.js';
import { notedSlug, notedSlugBase } from '#domain/desk/slug.js';
import { accepted } from '../application/accepted.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { overtaken } from '../overtaken.js';
import { NotedCalls } from '../ports/noted-calls.js';
import { type Idempotency, repeated } from '../ports/once.js';
import { Refusal } from '../refusal.js';

/**
 * "Registra soltanto": the office notes a call that came out. It is no running call: no application, no term of a comune,
 * no reminder; it is found again, corrected, put away, or launched.
 */
@Injectable()
export class NoteCall {
  constructor(
    private readonly noted: NotedCalls,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<NotedCallList> {
    demand(can(actor, 'readNotedCalls', { union: actor.union, bodies: [] }));
    return { on: localAt(await this.clock.now()).date, calls: await this.noted.list(actor.person) };
  }

  /** @throws Refusal `ACC-404` for one that is not there. */
  async read(actor: Actor, idOrSlug: string): Promise<NotedCall> {
    demand(can(actor, 'readNotedCalls', { union: actor.union, bodies: [] }));
    const found = await this.noted.find(actor.person, idOrSlug);
    if (found === undefined) throw unseen();
    return found;
  }

  /** @throws Refusal `AVV-15` when its link is noted already. */
  async note(
    actor: Actor,
    { actingBody, ...words }: NotedCallRequest,
    idempotency?: Idempotency,
  ): Promise<{ id: string; slug: string }> {
    demand(can(actor, 'noteCall', { union: actor.union, bodies: [] }, { actingBody }));
    return this.noted.transact(actor.person, async (on) => {
      const before = idempotency && (await on.answered(idempotency));
      if (before !== undefined && idempotency !== undefined) {
        return accepted(repeated<{ id: string; slug: string }>(before, idempotency));
      }
      if (await on.isNoted(words.link)) throw alreadyNoted();
      const base = notedSlugBase(words.title);
      const noted = { id: uuid(), slug: notedSlug(base, await on.slugs(base)) };
      await on.add(noted, words, idempotency);
      return noted;
    });
  }

  /**
   * @param seen version as it was read; undefined: written all the same.
   * @throws Refusal `AVV-15` when the link is another one's, `AVV-16` when another person was quicker.
   */
  async correct(
    actor: Actor,
    idOrSlug: string,
    { actingBody, ...words }: NotedCallRequest,
    seen: number | undefined,
  ): Promise<NotedCall> {
    const { id } = await this.mine(actor, idOrSlug, actingBody);
    const late = await this.noted.transact(actor.person, async (on) => {
      if (await on.isNoted(words.link, id)) throw alreadyNoted();
      return on.correct(id, words, seen);
    });
    if (late !== null) {
      throw overtaken('AVV-16', 'questo avviso', late.changes, isoInstant(await this.clock.now()));
    }
    return this.read(actor, id);
  }

  /** "Non ci interessa", with its reason; without one it is taken back. */
  async putAway(
    actor: Actor,
    idOrSlug: string,
    { actingBody, reason }: { actingBody: string; reason?: string },
  ): Promise<NotedCall> {
    const { id } = await this.mine(actor, idOrSlug, actingBody);
    await this.noted.putAway(actor.person, id, reason ?? null);
    return this.read(actor, id);
  }

  private async mine(actor: Actor, idOrSlug: string, actingBody: string): Promise<NotedCall> {
    demand(can(actor, 'noteCall', { union: actor.union, bodies: [] }, { actingBody }));
    return this.read(actor, idOrSlug);
  }
}

function alreadyNoted(): Refusal {
  return new Refusal(
    'AVV-15',
    'Un avviso con questo collegamento è già segnato: cercalo in Avvisi e correggi quello.',
  );
}
