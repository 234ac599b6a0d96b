import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { Channel, NewFact } from '#domain/fact/fact.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { CaseRecord, type Recorded } from '../ports/case-record.js';
import { DocumentStore } from '../ports/document-store.js';
import { Refusal } from '../refusal.js';
import { accepted } from './accepted.js';
import { demandRole } from './who-may.js';
import { seenApplication } from './seen-application.js';

/** The largest file taken, in bytes: 50 MiB. */
export const DOCUMENT_LIMIT = 50 * 1_048_576;

export interface Upload {
  requirement: string;
  fileName: string;
  mediaType: string;
  channel: Channel;
  acting: ActingFor;
  content: Readable;
  idempotencyKey?: string;
}

/** A "conferma di caricamento": it is neither a protocol number nor a sending to the funder. */
export type FilingConfirmation = Recorded & { document: string; sha256: string; bytes: number };

/** Takes a file for a requirement, or as a proof (requirement `proof`), which files nothing by itself. */
@Injectable()
export class FileDocument {
  constructor(
    private readonly cases: CaseRecord,
    private readonly queries: CaseQueries,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, idOrNumber: string, upload: Upload): Promise<FilingConfirmation> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'fileDocument', resource, upload.acting));
    const stored = await this.store.put(upload.content, DOCUMENT_LIMIT);
    if (!stored.ok) throw new Refusal('invalid', stored.code, stored.detail);
    // Legal time: when the last byte arrived, by the product's clock, before any lock.
    const arrived = localAt(await this.clock.now());
    const { sha256, bytes } = stored;
    const document = uuid();
    const { requirement, mediaType, fileName } = upload;
    const fact: NewFact = {
      type: 'document.filed',
      legalDate: arrived.date,
      legalTime: arrived.time,
      legalSource: 'received',
      channel: upload.channel,
      actor: actor.person,
      ...(upload.acting.onBehalfOf === undefined ? {} : { onBehalfOf: upload.acting.onBehalfOf }),
      body: { requirement, document, sha256, bytes, mediaType },
    };
    const kept = { id: document, requirement, sha256, bytes, mediaType, fileName };
    const outcome = await this.cases.record(
      { as: 'person', person: actor.person },
      id,
      ({ definition }) => {
        if (requirement === 'proof') return [{ document: kept }];
        demandRole(fact, definition, actor, upload.acting);
        return [{ fact, document: kept, detail: { fileName } }];
      },
      upload.idempotencyKey === undefined
        ? undefined
        : {
            key: upload.idempotencyKey,
            requestHash: [id, upload.acting.actingBody, upload.acting.onBehalfOf, requirement, sha256].join(
              ' ',
            ),
          },
    );
    const recorded = accepted(outcome);
    return { ...recorded, document: recorded.documents[0] ?? document, sha256, bytes };
  }
}
