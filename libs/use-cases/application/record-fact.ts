import { Injectable } from '@nestjs/common';
import type { FactRequest } from '#contracts/fact-request.js';
import type { RecordedAnswer } from '#contracts/recorded.js';
import type { Actor } from '#domain/access/can.js';
import { tidied } from '#domain/application/admit/tidy.js';
import { isOfficeRole } from '#domain/people/role.js';
import { localAt } from '#domain/calendar/local-date.js';
import { changedSince, type Seen } from '#domain/fact/changed-since.js';
import type { NewFact } from '#domain/fact/fact.js';
import { Clock } from '../clock.js';
import { actingIn } from '../identity/acting.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import { CaseRecord } from '../record/case-record.js';
import { People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { accepted } from './accepted.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import { saidFor } from '#domain/application/may/said-for.js';
import { demandRole } from './demand-role.js';
import { recordedAnswer } from './recorded-answer.js';
import { seenApplication } from './seen-application.js';

/** Puts on record what a person says has happened. */
@Injectable()
export class RecordFact {
  constructor(
    private readonly cases: CaseRecord,
    private readonly queries: CaseQueries,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * @param idOrNumber of the application.
   * @param seen what the page showed on which the person acts; absent: whatever happened meanwhile.
   * @throws Refusal `CASO-03` when others recorded something since; of the policy table, of the definition's roles, or with the code that `admit` gives.
   */
  async run(
    actor: Actor,
    idOrNumber: string,
    request: FactRequest,
    idempotency?: Idempotency,
    seen?: Seen,
  ): Promise<RecordedAnswer> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    const acting = actingIn(request);
    const instant = await this.clock.now();
    const now = localAt(instant);
    const fact = factOf(actor, request, now);
    await this.demandProof(actor, id, fact);
    await this.demandPerson(actor, fact);
    const outcome = await this.cases.record(
      { as: 'person', person: actor.person },
      id,
      ({ definition, streams }) => {
        const said = saidFor(fact, acting, actor.unionBody, definition, streams.application);
        demandRole(said, definition, streams.application, actor, resource, acting);
        const changed = seen === undefined ? [] : changedSince(streams, seen, actor.person);
        if (changed.length > 0) return { changed };
        return [
          {
            fact: tidied(said, definition, streams),
            ...(request.detail === undefined ? {} : { detail: request.detail }),
          },
        ];
      },
      idempotency,
    );
    if ('changed' in outcome) {
      throw await changedMeanwhile(this.queries, actor.person, 'questa candidatura', outcome, instant);
    }
    return recordedAnswer(accepted(outcome));
  }

  /** Whoever is named beside the person who acts is somebody whom that one sees. */
  private async demandPerson(actor: Actor, fact: NewFact): Promise<void> {
    const named =
      fact.type === 'reminder.answered'
        ? fact.body.suggests
        : fact.type === 'talk.logged'
          ? fact.body.person
          : undefined;
    if (named === undefined || (await this.people.find(actor.person, named)) !== undefined) return;
    throw new Refusal(
      'PERS-02',
      'La persona indicata non è fra quelle dei tuoi enti: scegline una dell’elenco.',
    );
  }

  /** A proof must lie here; a day told by a comune and not seen by the product needs one, unless the office vouches. */
  private async demandProof(actor: Actor, application: string, fact: NewFact): Promise<void> {
    if (fact.type !== 'milestone.recorded') return;
    const { proof } = fact.body;
    if (proof === undefined) {
      const office = actor.memberships.some(
        (held) => held.body === actor.unionBody && isOfficeRole(held.role),
      );
      if (fact.legalSource === 'declared' && !office) {
        throw new Refusal(
          'PROVA-03',
          'Una data diversa da oggi va provata: carica la ricevuta o la PEC, oppure chiedi all’ufficio ICT di registrarla.',
          { field: 'body.proof' },
        );
      }
      return;
    }
    if ((await this.queries.document(actor.person, application, proof)) !== undefined) return;
    throw new Refusal(
      'PROVA-02',
      'La prova indicata non è fra i documenti di questa candidatura: caricala e riprova.',
      { field: 'body.proof' },
    );
  }
}

/** The fact that a request tells of, said by `actor` at `now`. */
export function factOf(
  actor: Actor,
  request: FactRequest,
  now: { date: NewFact['legalDate']; time: string },
): NewFact {
  const said =
    request.legalDate !== undefined && (request.legalDate !== now.date || request.legalTime !== undefined);
  const when = said
    ? {
        legalDate: request.legalDate as NewFact['legalDate'],
        ...(request.legalTime === undefined ? {} : { legalTime: request.legalTime }),
        legalSource: 'declared' as const,
      }
    : { legalDate: now.date, legalTime: now.time, legalSource: 'received' as const };
  const { type, body } = request;
  // A go-ahead and an answer are each person's own: nobody gives them for another.
  const own = type === 'approval.answered' || type === 'reminder.answered';
  const answered = own ? { ...body, person: actor.person } : body;
  return {
    type,
    ...when,
    channel: request.channel,
    actor: actor.person,
    ...(request.onBehalfOf === undefined ? {} : { onBehalfOf: request.onBehalfOf }),
    body: answered,
    ...(request.corrects === undefined ? {} : { corrects: request.corrects }),
  } as NewFact;
}
