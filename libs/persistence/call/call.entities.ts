import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallEdition, CallKind } from '#domain/call/kind-and-edition.js';

@Entity('definition')
export class KindEntity {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('int') version!: number;
  @Column('jsonb') body!: CallKind;
}

@Entity('edition')
export class EditionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'kind_id' }) kindId!: string;
  @Column('int', { name: 'kind_version' }) kindVersion!: number;
  /** Whose it is; null for everybody's. */
  @Column('uuid', { name: 'union_id', nullable: true }) unionId!: string | null;
  @Column('jsonb') body!: CallEdition;
  /** Hash of the whole definition that it gives. */
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'loaded_by', nullable: true }) loadedBy!: string | null;
}

@Entity('call')
export class CallEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('text') number!: string;
  /** Its address in the union: "send-2027". */
  @Column('text') slug!: string;
  @Column('text', { name: 'definition_id' }) definitionId!: string;
  @Column('int', { name: 'definition_version' }) definitionVersion!: number;
  @Column('uuid', { name: 'edition_id' }) editionId!: string;
  @Column('text', { name: 'edition_sha256' }) editionSha256!: string;
  @Column('timestamptz', { name: 'launched_at' }) launchedAt!: Date;
}
