import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Refused } from '#domain/fact/refused.js';
import { cupOf } from '#domain/application/case/cup-findings.js';
import { BRAKE_MS, refusedAsWithdrawn } from '#domain/call/brake.js';
import { refusedAsOver } from '#domain/call/over.js';
import { admitInCall } from '#domain/call/admit-in-call.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { Clock } from '#use-cases/clock.js';
import {
  type Acting,
  type ApplicantToOpen,
  CaseRecord,
  type CallView,
  type CaseView,
  type Idempotency,
  type Launch,
  type Launched,
  type OpenedApplication,
  type Outcome,
  type Proposed,
  type Recorded,
  type RecordedInCall,
} from '#use-cases/ports/case-record.js';
import { failpoint } from '#use-cases/failpoint.js';
import { CallEntity } from '../call/call.entities.js';
import { DocumentEntity } from '../document/document.entity.js';
import { scoped } from '../scoped.js';
import { queueWake, queueWakeOfCall } from '../wake/wake.js';
import { chainFacts, insertFacts, saveFacts } from './append-facts.js';
import { answered, once } from './idempotency.js';
import { definitionOf, factsOf, loadCase, lockStream, lookAtCase, streamsOf } from './load-case.js';
import { nextNumbers, openApplications } from './open-application.js';
import { freeCallSlug } from './slugs.js';
import { firstRefused } from './may-record.js';
import { refusedAsLive } from './may-open.js';
import { countSent } from './count-sent.js';
import { cupUsesOf, isNews, mustLook, saveMessages, saveProjection, settleCase } from './settle-case.js';
import { StreamEntity } from '../stream/stream.entities.js';

const UNSEEN: Refused = {
  code: 'CASO-404',
  detail: 'Questa pagina non c’è, o non è del tuo Comune: controlla l’indirizzo.',
};

/** `record` on PostgreSQL: lock, load, fold, decide, append, project, wake, in one transaction. */
@Injectable()
export class PostgresCaseRecord extends CaseRecord {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async record(
    acting: Acting,
    id: string,
    propose: (view: CaseView) => Proposed[] | Refused,
    idempotency?: Idempotency,
  ): Promise<Outcome<Recorded>> {
    const { now, offsetMs } = await this.clock.read();
    return scoped(this.database, acting, async (manager) => {
      const loaded = await loadCase(manager, id);
      if (loaded === null) return { ok: false, refused: UNSEEN };
      const before = await answered<Recorded>(manager, acting, idempotency);
      if (before !== undefined) return before;
      const { application } = loaded;
      const definition = await definitionOf(manager, loaded.definition.id, loaded.definition.version);
      const proposed = propose({ definition, streams: streamsOf(loaded) });
      if (!Array.isArray(proposed)) return { ok: false, refused: proposed };
      const withFact = proposed.flatMap(({ fact, detail }) =>
        fact === undefined ? [] : [{ fact, ...(detail === undefined ? {} : { detail }) }],
      );
      const uses = await cupUsesOf(manager, application, cupOf(loaded.facts));
      const refused = firstRefused(withFact, loaded, definition, now, uses);
      if (refused !== undefined) return { ok: false, refused };
      const documents = proposed.flatMap(({ document }) => document ?? []);
      for (const document of documents) {
        const { unionId } = application;
        await manager.insert(DocumentEntity, {
          ...document,
          unionId,
          applicationId: id,
          storedAt: new Date(now),
        });
      }
      const added = chainFacts(loaded.stream, withFact, now);
      const facts = [...loaded.facts, ...added.facts];
      const cup = cupOf(facts);
      const settled = settleCase({
        loaded: { ...loaded, stream: added.stream, facts },
        named: acting.as === 'person',
        definition,
        cupUses: cup === cupOf(loaded.facts) ? uses : await cupUsesOf(manager, application, cup),
        now,
        clockOffsetMs: offsetMs,
      });
      await saveFacts(manager, added, settled.decided);
      await saveMessages(manager, settled.messages);
      await saveProjection(manager, application, settled.application);
      // The worker looks by itself: its workflow needs no wake-up for what it is told now.
      const looking = acting.as === 'worker' && proposed.length === 0;
      if (!looking && mustLook(application, settled.application))
        await queueWake(manager, 'application', [id]);
      // A call's process ends with its last application, and goes on when one is opened again.
      if (application.ended !== settled.application.ended) {
        await queueWake(manager, 'call', [application.callId]);
      }
      const recorded = {
        facts: added.facts.map(({ id: fact, seq, type }) => ({ id: fact, seq, type })),
        documents: documents.map((document) => document.id),
        ...settled.answer,
      };
      await once(manager, acting, application.unionId, idempotency, recorded);
      failpoint('record.before-commit');
      return { ok: true, value: recorded };
    });
  }

  override async look(id: string): Promise<Outcome<Recorded>> {
    const { now, offsetMs } = await this.clock.read();
    const runner = this.database.createQueryRunner();
    try {
      const loaded = await lookAtCase(runner.manager, id);
      if (loaded === null) return { ok: false, refused: UNSEEN };
      const definition = await definitionOf(runner.manager, loaded.definition.id, loaded.definition.version);
      const cupUses = await cupUsesOf(runner.manager, loaded.application, cupOf(loaded.facts));
      const settled = settleCase({ loaded, definition, cupUses, now, clockOffsetMs: offsetMs });
      if (!isNews(loaded.application, settled)) {
        return { ok: true, value: { facts: [], documents: [], ...settled.answer } };
      }
    } finally {
      await runner.release();
    }
    return this.record({ as: 'worker' }, id, () => []);
  }

  override async refusal(
    acting: Acting,
    id: string,
    propose: (view: CaseView) => Proposed[],
  ): Promise<Refused | undefined> {
    const { now } = await this.clock.read();
    return scoped(this.database, acting, async (manager) => {
      const loaded = await loadCase(manager, id);
      if (loaded === null) return UNSEEN;
      const definition = await definitionOf(manager, loaded.definition.id, loaded.definition.version);
      const uses = await cupUsesOf(manager, loaded.application, cupOf(loaded.facts));
      return firstRefused(propose({ definition, streams: streamsOf(loaded) }), loaded, definition, now, uses);
    });
  }

  override async recordInCall(
    acting: Acting,
    id: string,
    propose: (view: CallView) => Proposed[] | Refused,
    idempotency?: Idempotency,
  ): Promise<Outcome<RecordedInCall>> {
    const { now } = await this.clock.read();
    return scoped(this.database, acting, async (manager) => {
      const stream = await lockStream(manager, id, 'update');
      if (stream === null || stream.kind !== 'call') return { ok: false, refused: UNSEEN };
      const before = await answered<RecordedInCall>(manager, acting, idempotency);
      if (before !== undefined) return before;
      const call = await manager.findOneByOrFail(CallEntity, { id });
      const definition = await definitionOf(manager, call.definitionId, call.definitionVersion);
      const facts = await factsOf(manager, id);
      const sent = await countSent(manager, id, definition);
      const proposed = propose({ now, facts, sent });
      if (!Array.isArray(proposed)) return { ok: false, refused: proposed };
      const withFact = proposed.flatMap(({ fact }) => (fact === undefined ? [] : [{ fact }]));
      for (const { fact } of withFact) {
        const refused = admitInCall(fact, definition, facts, localAt(now).date);
        if (refused !== undefined) return { ok: false, refused };
      }
      const added = chainFacts(stream, withFact, now);
      await saveFacts(manager, added);
      // A call that was taken back leaves what was noted of it to be launched again.
      if (withFact.some(({ fact }) => fact.type === 'call.withdrawn')) {
        await manager.query('update noted_call set call_id = null where call_id = $1', [id]);
      }
      const applications = await queueWakeOfCall(manager, id);
      await queueWake(manager, 'call', [id]);
      const recorded = {
        facts: added.facts.map(({ id: fact, seq, type }) => ({ id: fact, seq, type })),
        head: added.stream.head,
        seq: added.stream.seq,
        applications,
      };
      await once(manager, acting, call.unionId, idempotency, recorded);
      failpoint('record.before-commit');
      return { ok: true, value: recorded };
    });
  }

  override async launch(
    acting: Acting,
    launch: Launch,
    idempotency?: Idempotency,
  ): Promise<Outcome<Launched>> {
    const { now, offsetMs } = await this.clock.read();
    return scoped(this.database, acting, async (manager) => {
      const before = await answered<Launched>(manager, acting, idempotency);
      if (before !== undefined) return before;
      const definition = await definitionOf(manager, launch.definition.id, launch.definition.version);
      const { unionId } = launch;
      const refused =
        refusedAsOver(definition, now) ??
        (await refusedAsLive(manager, unionId, definition, bodiesOf(launch.applicants)));
      if (refused !== undefined) return { ok: false, refused };
      const at = localAt(now);
      const stream = { id: uuid(), unionId: launch.unionId, kind: 'call' as const, seq: 0, head: '' };
      const [number = ''] = await nextNumbers(manager, launch.unionId, 'call', at.date, 1);
      const brake = launch.brake === true ? { brakeUntil: isoInstant(now + BRAKE_MS) } : {};
      const fact: NewFact = {
        type: 'call.launched',
        legalDate: at.date,
        legalTime: at.time,
        legalSource: 'received',
        channel: 'web',
        actor: launch.actor,
        ...(launch.onBehalfOf === undefined ? {} : { onBehalfOf: launch.onBehalfOf }),
        body: {
          definition: launch.definition.id,
          version: launch.definition.version,
          confirmed: launch.confirmed,
          ...brake,
        },
      };
      const chained = chainFacts(stream, [{ fact }], now);
      await manager.insert(StreamEntity, chained.stream);
      const slug = await freeCallSlug(manager, launch.unionId, definition.shortTitle, at.date.slice(0, 4));
      await manager.insert(CallEntity, {
        id: stream.id,
        unionId: launch.unionId,
        number,
        slug,
        definitionId: launch.definition.id,
        definitionVersion: launch.definition.version,
        launchedAt: new Date(now),
      });
      await insertFacts(manager, [chained]);
      if (launch.noted !== undefined) {
        await manager.query('update noted_call set call_id = $1 where id = $2', [stream.id, launch.noted]);
      }
      const opened = await openApplications(
        manager,
        {
          callStream: chained.stream,
          callFacts: chained.facts,
          callSlug: slug,
          definition,
          actor: launch.actor,
          now,
          clockOffsetMs: offsetMs,
        },
        launch.applicants,
      );
      await queueWake(manager, 'call', [stream.id]);
      const launched = { call: { id: stream.id, number, slug }, applications: opened, ...brake };
      await once(manager, acting, launch.unionId, idempotency, launched);
      failpoint('record.before-commit');
      return { ok: true, value: launched };
    });
  }

  override async apply(
    acting: Acting,
    call: string,
    applicant: ApplicantToOpen,
    idempotency?: Idempotency,
  ): Promise<Outcome<OpenedApplication>> {
    const { now, offsetMs } = await this.clock.read();
    return scoped(this.database, acting, async (manager) => {
      const callStream = await lockStream(manager, call, 'update');
      if (callStream === null || callStream.kind !== 'call') return { ok: false, refused: UNSEEN };
      const before = await answered<OpenedApplication>(manager, acting, idempotency);
      if (before !== undefined) return before;
      const { definitionId, definitionVersion, slug } = await manager.findOneByOrFail(CallEntity, {
        id: call,
      });
      const definition = await definitionOf(manager, definitionId, definitionVersion);
      const callFacts = await factsOf(manager, call);
      const refused =
        refusedAsWithdrawn(callFacts) ??
        (await refusedAsLive(manager, callStream.unionId, definition, [applicant.body]));
      if (refused !== undefined) return { ok: false, refused };
      const [application] = await openApplications(
        manager,
        {
          callStream,
          callFacts,
          callSlug: slug,
          definition,
          ...(acting.as === 'person' ? { actor: acting.person } : {}),
          now,
          clockOffsetMs: offsetMs,
        },
        [applicant],
      );
      if (application === undefined) throw new Error('an application was opened');
      await once(manager, acting, callStream.unionId, idempotency, application);
      return { ok: true, value: application };
    });
  }
}

const bodiesOf = (applicants: readonly ApplicantToOpen[]): string[] => applicants.map(({ body }) => body);
