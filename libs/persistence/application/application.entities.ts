import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Wait } from '#domain/application/explain/explain.js';
import type { Glance } from '#domain/desk/glance.js';

/** An application and the projection of its facts; lists read this row, decisions read the facts. */
@Entity('application')
export class ApplicationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'call_id' }) callId!: string;
  @Column('text') number!: string;
  /** Its address in the union: "rivello-send-2027". */
  @Column('text') slug!: string;
  @Column('uuid', { name: 'applicant_id' }) applicantId!: string;
  @Column('int') attempt!: number;
  /** Cents; a bigint column, read as text by the driver. */
  @Column('bigint', { name: 'amount_cents', transformer: { from: Number, to: (cents: number) => cents } })
  amountCents!: number;
  @Column('text') stage!: string;
  @Column('int') round!: number;
  @Column('boolean') ended!: boolean;
  @Column('jsonb') overlays!: string[];
  @Column('jsonb') wait!: Wait;
  /** What lists read. */
  @Column('jsonb') glance!: Glance;
  @Column('date', { name: 'end_on', nullable: true }) endOn!: string | null;
  @Column('date', { name: 'safe_end', nullable: true }) safeEnd!: string | null;
  @Column('text', { nullable: true }) cup!: string | null;
  /** When the engine must look again; the watchdog wakes what is late. */
  @Column('timestamptz', { name: 'next_moment', nullable: true }) nextMoment!: Date | null;
  @Column('int') seq!: number;
  @Column('int', { name: 'call_seq' }) callSeq!: number;
}

@Entity('participant')
export class ParticipantEntity {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId!: string;
  @PrimaryColumn('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
}
