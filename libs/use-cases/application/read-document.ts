import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type Actor, can } from '#domain/access/can.js';
import type { FileFault } from '#domain/document/reading.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { DocumentStore } from '../ports/document-store.js';
import { Refusal } from '../refusal.js';
import { seenApplication } from './seen-application.js';

/** The record proves what was filed; only a backup has the bytes again. */
const SPOILT: Readonly<Record<FileFault, () => Refusal>> = {
  unreadable: () =>
    new Refusal(
      'DOC-301',
      'Il disco non lascia leggere questo file: l’impronta è in atti, il contenuto non si può dare. Avvisa chi gestisce Capofila, che lo riprenda dalla copia di sicurezza.',
    ),
  lost: () =>
    new Refusal(
      'DOC-301',
      'Questo file non si trova più nell’archivio: l’impronta è in atti, il contenuto no. Avvisa chi gestisce Capofila, che lo riprenda dalla copia di sicurezza.',
    ),
  changed: () =>
    new Refusal(
      'DOC-302',
      'Questo file non è più quello caricato: la sua impronta non torna con quella in atti, perciò non viene dato. Avvisa chi gestisce Capofila, che lo riprenda dalla copia di sicurezza.',
    ),
};

export interface DocumentContent {
  content: Readable;
  fileName: string;
  mediaType: string;
  bytes: number;
}

/** Gives back an uploaded file, byte for byte, or says that it is no longer what was filed. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly queries: CaseQueries,
    private readonly store: DocumentStore,
  ) {}

  /** @throws Refusal `DOC-301` when the file is gone, `DOC-302` when its bytes are not those of the hash on record. */
  async run(actor: Actor, idOrNumber: string, document: string): Promise<DocumentContent> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readApplication', resource));
    const found = await this.queries.document(actor.person, id, document);
    if (found === undefined) throw unseen();
    const { sha256, ...about } = found;
    const state = await this.store.check(sha256);
    if (state !== 'whole') throw SPOILT[state]();
    return { ...about, content: await this.store.get(sha256) };
  }
}
