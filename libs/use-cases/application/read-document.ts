import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type Actor, can } from '#domain/access/can.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { DocumentStore } from '../ports/document-store.js';
import { seenApplication } from './seen-application.js';

export interface DocumentContent {
  content: Readable;
  fileName: string;
  mediaType: string;
  bytes: number;
}

/** Gives back an uploaded file, byte for byte. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly queries: CaseQueries,
    private readonly store: DocumentStore,
  ) {}

  async run(actor: Actor, idOrNumber: string, document: string): Promise<DocumentContent> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readApplication', resource));
    const found = await this.queries.document(actor.person, id, document);
    if (found === undefined) throw unseen();
    const { sha256, ...about } = found;
    return { ...about, content: await this.store.get(sha256) };
  }
}
