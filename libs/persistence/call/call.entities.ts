import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallDefinition } from '#domain/call/definition.js';

@Entity('definition')
export class DefinitionEntity {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('int') version!: number;
  @Column('jsonb') body!: CallDefinition;
  @Column('text') sha256!: string;
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
  @Column('timestamptz', { name: 'launched_at' }) launchedAt!: Date;
}
