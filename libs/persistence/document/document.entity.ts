import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An uploaded file; its bytes lie in the document store under its SHA-256. */
@Entity('document')
export class DocumentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'union_id' }) unionId!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  /** Body of which it was asked; null: the applicant. */
  @Column('uuid', { name: 'of_body', nullable: true }) of?: string | null;
  /** Requirement it was filed for, or `proof`. */
  @Column('text') requirement!: string;
  @Column('text') sha256!: string;
  @Column('bigint', { transformer: { from: Number, to: (bytes: number) => bytes } }) bytes!: number;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('timestamptz', { name: 'stored_at' }) storedAt!: Date;
}
