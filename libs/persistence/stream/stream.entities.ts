import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FactType } from '#domain/fact/fact-kinds.js';

/** A call's or an application's chain of facts; its row is locked by whoever adds to it. */
@Entity('stream')
export class StreamEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') kind!: 'call' | 'application';
  /** Number of the last fact. */
  @Column('int') seq!: number;
  /** Hash of the last fact, empty before the first. */
  @Column('text') head!: string;
}

@Entity('fact')
export class FactEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'stream_id' }) streamId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('int') seq!: number;
  @Column('text') type!: FactType;
  @Column('int') v!: number;
  @Column('date', { name: 'legal_date' }) legalDate!: string;
  @Column('time', { name: 'legal_time', precision: 0, nullable: true }) legalTime!: string | null;
  @Column('text', { name: 'legal_source' }) legalSource!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  @Column('text') channel!: string;
  @Column('jsonb') body!: object;
  @Column('uuid', { nullable: true }) corrects!: string | null;
  /** Hash of salt and detail: it stays when the detail is lawfully erased. */
  @Column('text', { name: 'detail_hash', nullable: true }) detailHash!: string | null;
  @Column('text') hash!: string;
}

/** Names and free text of a fact: never seen by the domain, erasable without breaking the chain. */
@Entity('fact_detail')
export class FactDetailEntity {
  @PrimaryColumn('uuid', { name: 'fact_id' }) factId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') salt!: string;
  @Column('jsonb') detail!: object;
}
