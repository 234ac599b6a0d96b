import type { EntityManager } from 'typeorm';
import type { OtherCupUse } from '#domain/application/case/cup-of.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Acting } from '#use-cases/ports/acting.js';
import type { GivenDefinition, NamedDefinition } from '#use-cases/ports/definitions.js';
import type { Answered, Idempotency } from '#use-cases/ports/once.js';
import {
  type CaseTransaction,
  type Changes,
  type LoadedCall,
  type LoadedCase,
  type OpeningBody,
  toFact,
} from '#use-cases/ports/case-store.js';
import { CallEntity } from '../call/call.entities.js';
import { definitionOf, givenDefinition } from '../call/definition-of.js';
import { FactEntity } from '../stream/stream.entities.js';
import { answerBefore, keepAnswer } from './answers.js';
import { commitChanges } from './commit-changes.js';
import { cupUsesOf } from './cup-uses.js';
import { factsOf, loadCase, lockStream } from './load-case.js';
import { applicationSlugs, callSlugs, countOn, openingBodies } from './opening.js';

/** One transaction; row-level security shows what its person may see. */
export class PostgresCaseTransaction implements CaseTransaction {
  constructor(
    private readonly manager: EntityManager,
    private readonly acting: Acting,
  ) {}

  async answered(key: Idempotency): Promise<Answered | undefined> {
    const { acting, manager } = this;
    return acting.as === 'person' ? answerBefore(manager, acting.person, key) : undefined;
  }

  load(application: string): Promise<LoadedCase | undefined> {
    return loadCase(this.manager, application);
  }

  usesOf(application: { id: string; unionId: string }, cup: string): Promise<OtherCupUse[]> {
    return cupUsesOf(this.manager, application, cup);
  }

  async loadCall(id: string): Promise<LoadedCall | undefined> {
    const { manager } = this;
    const stream = await lockStream(manager, id, 'update');
    if (stream === null || stream.kind !== 'call') return undefined;
    const call = await manager.findOneByOrFail(CallEntity, { id });
    return {
      stream,
      slug: call.slug,
      definition: await definitionOf(manager, id),
      facts: await factsOf(manager, id),
    };
  }

  async factsInCall(call: string): Promise<Fact[][]> {
    const rows = await this.manager
      .createQueryBuilder(FactEntity, 'f')
      .innerJoin('application', 'a', 'a.id = f.stream_id')
      .where('a.call_id = :call', { call })
      .orderBy('f.stream_id')
      .addOrderBy('f.seq')
      .getMany();
    return [...Map.groupBy(rows, (row) => row.streamId).values()].map((facts) => facts.map(toFact));
  }

  definition(named: NamedDefinition): Promise<GivenDefinition | undefined> {
    return givenDefinition(this.manager, named);
  }

  async live(
    union: string,
    definition: string,
    bodies: readonly string[],
  ): Promise<{ body: string; name: string }[]> {
    await this.lock(`${union}/${definition}`);
    return this.manager.query(
      `select a.applicant_id as body, b.name
         from application a
         join call c on c.id = a.call_id
         join body b on b.id = a.applicant_id
        where c.union_id = $1 and c.definition_id = $2 and not a.ended and a.applicant_id = any ($3)
        order by b.name`,
      [union, definition, bodies],
    );
  }

  openingBodies(bodies: readonly string[], call?: string): Promise<ReadonlyMap<string, OpeningBody>> {
    return openingBodies(this.manager, bodies, call);
  }

  countOn(
    union: string,
    kind: 'call' | 'application',
    year: number,
    count: number,
  ): Promise<{ ipa: string; first: number }> {
    return countOn(this.manager, union, kind, year, count);
  }

  slugs(union: string, of: { applications: string[] } | { callsLike: string }): Promise<ReadonlySet<string>> {
    return 'callsLike' in of
      ? callSlugs(this.manager, union, of.callsLike)
      : applicationSlugs(this.manager, union, of.applications);
  }

  async commit(
    changes: Changes,
    answer: (applications: number) => object,
    key?: Idempotency,
  ): Promise<{ applications: number }> {
    const applications = await commitChanges(this.manager, changes);
    if (key !== undefined && this.acting.as === 'person') {
      await keepAnswer(this.manager, this.acting.person, changes.unionId, key, answer(applications));
    }
    return { applications };
  }

  /** Until the transaction ends, nobody else passes here with the same name. */
  private async lock(name: string): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }
}
