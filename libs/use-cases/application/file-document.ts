import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import type { FilingConfirmation } from '#contracts/recorded.js';
import { type ActingFor, type Actor, can, type Resource } from '#domain/access/can.js';
import { bodyNamed, saidFor } from '#domain/application/may/said-for.js';
import { type LocalMoment, localAt } from '#domain/calendar/local-date.js';
import { MOST_BYTES } from '#domain/document/most-bytes.js';
import { isProgram } from '#domain/document/program.js';
import type { Channel, NewFact } from '#domain/fact/fact.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { CaseRecord } from '../record/case-record.js';
import type { CaseView } from '../record/recorded.js';
import { DocumentStore, refusedSize } from '../ports/document-store.js';
import { Refusal } from '../refusal.js';
import { accepted } from './accepted.js';
import { demandRole } from './demand-role.js';
import { recordedAnswer } from './recorded-answer.js';
import { seenApplication } from './seen-application.js';

export interface Upload {
  requirement: string;
  fileName: string;
  mediaType: string;
  channel: Channel;
  acting: ActingFor;
  content: Readable;
  /** Real instant of the last byte, in epoch milliseconds, where the file lay here before; absent: it comes now. */
  lastByteAt?: number;
  idempotencyKey?: string;
}

/** Takes a file for a requirement, or as a proof (requirement `proof`), which files nothing by itself. */
@Injectable()
export class FileDocument {
  constructor(
    private readonly cases: CaseRecord,
    private readonly queries: CaseQueries,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses before a byte is sent what would be refused afterwards.
   * @param bytes as the sender says it; undefined when it does not.
   * @throws Refusal as `run`.
   */
  async demandWanted(
    actor: Actor,
    idOrNumber: string,
    upload: Omit<Upload, 'content'>,
    bytes: number | undefined,
  ): Promise<void> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demandName(actor, resource, upload);
    demandPaper(upload.fileName);
    if (bytes === undefined) {
      throw new Refusal('DOC-204', 'La dimensione del file non è indicata: ricarica la pagina e riprova.');
    }
    const tooMuch = refusedSize(bytes, MOST_BYTES);
    if (tooMuch !== undefined) throw new Refusal(tooMuch.code, tooMuch.detail);
    await this.demandAdmitted(actor, { id, resource }, upload);
  }

  /**
   * What can be refused is refused before the file is read; what the record refuses afterwards leaves no file behind. A
   * repeat is not asked again: its stage may have gone on since.
   */
  async run(actor: Actor, idOrNumber: string, upload: Upload): Promise<FilingConfirmation> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demandName(actor, resource, upload);
    demandPaper(upload.fileName);
    const by = { as: 'person' as const, person: actor.person };
    const { requirement, mediaType, fileName, idempotencyKey } = upload;
    const document = uuid();
    if (idempotencyKey === undefined) await this.demandAdmitted(actor, { id, resource }, upload);
    const stored = await this.store.put(upload.content, MOST_BYTES);
    if (!stored.ok) throw new Refusal(stored.code, stored.detail);
    const { sha256, bytes } = stored;
    const kept = { id: document, requirement, sha256, bytes, mediaType, fileName };
    // Legal time: when the last byte arrived, by the product's clock, before any lock.
    const arrived = await this.arrival(upload);
    const filing = this.filing(actor, resource, upload, { document, sha256, bytes }, arrived);
    try {
      const outcome = await this.cases.record(
        by,
        id,
        (view) => {
          const facts = filing(view);
          const document = {
            ...kept,
            ...bodyNamed(upload.acting, actor.unionBody, view.streams.application),
          };
          return facts.length === 0
            ? [{ document }]
            : facts.map(({ fact }) => ({ fact, document, detail: { fileName } }));
        },
        idempotencyKey === undefined
          ? undefined
          : {
              key: idempotencyKey,
              requestHash: [id, upload.acting.actingBody, upload.acting.onBehalfOf, requirement, sha256].join(
                ' ',
              ),
            },
      );
      const recorded = accepted(outcome);
      return {
        ...recordedAnswer(recorded),
        document: recorded.documents[0] ?? document,
        sha256,
        bytes,
        filedOn: arrived.date,
        filedAt: arrived.time.slice(0, 5),
      };
    } catch (error) {
      // After any other failure it may be on record all the same.
      if (error instanceof Refusal) await stored.discard();
      throw error;
    }
  }

  private async arrival({ lastByteAt }: Pick<Upload, 'lastByteAt'>): Promise<LocalMoment> {
    const { now, offsetMs } = await this.clock.read();
    return localAt(lastByteAt === undefined ? now : Math.min(now, lastByteAt + offsetMs));
  }

  /** Asks the record about a file that is not there yet. */
  private async demandAdmitted(
    actor: Actor,
    { id, resource }: { id: string; resource: Resource },
    upload: Omit<Upload, 'content'>,
  ): Promise<void> {
    const unread = { document: uuid(), sha256: '', bytes: 0 };
    const filing = this.filing(actor, resource, upload, unread, await this.arrival({}));
    const refused = await this.cases.refusal({ as: 'person', person: actor.person }, id, filing);
    if (refused !== undefined) accepted({ ok: false, refused });
  }

  /** The fact that files it; a proof files nothing by itself. */
  private filing(
    actor: Actor,
    resource: Resource,
    upload: Omit<Upload, 'content'>,
    file: { document: string; sha256: string; bytes: number },
    arrived: LocalMoment,
  ): (view: CaseView) => { fact: NewFact }[] {
    const { requirement, mediaType, acting, channel } = upload;
    const fact: NewFact = {
      type: 'document.filed',
      legalDate: arrived.date,
      legalTime: arrived.time,
      legalSource: 'received',
      channel,
      actor: actor.person,
      ...(acting.onBehalfOf === undefined ? {} : { onBehalfOf: acting.onBehalfOf }),
      body: { requirement, mediaType, ...file },
    };
    return ({ definition, streams: { application } }) => {
      if (requirement === 'proof') return [];
      const said = saidFor(fact, acting, actor.unionBody, definition, application);
      demandRole(said, definition, application, actor, resource, acting);
      return [{ fact: said }];
    };
  }
}

/** What a paper is asked of the union for is known with its definition only, and asked there (`demandRole`). */
function demandName(
  actor: Actor,
  resource: Resource,
  { requirement, acting }: Pick<Upload, 'requirement' | 'acting'>,
): void {
  const widest: Resource = requirement === 'proof' ? resource : { ...resource, ofUnion: true };
  demand(can(actor, 'fileDocument', widest, acting));
}

/** @throws Refusal `DOC-208` for a program, whatever it was sent as. */
function demandPaper(fileName: string): void {
  if (!isProgram(fileName)) return;
  throw new Refusal(
    'DOC-208',
    'Questo file è un programma, non un documento: scegli il PDF, il file firmato (.p7m) o la foto.',
  );
}
