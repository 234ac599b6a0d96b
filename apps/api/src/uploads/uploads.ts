import { Server } from '@tus/server';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import { createReadStream } from 'node:fs';
import { type UploadMetadata, uploadMetadata } from '#contracts/application.js';
import type { FilingConfirmation } from '#contracts/recorded.js';
import type { Actor } from '#domain/access/can.js';
import { FileDocument, type Upload } from '#use-cases/application/file-document.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { unseen } from '#use-cases/identity/demand.js';
import { isFull, NO_ROOM } from '#use-cases/ports/document-store.js';
import { actorOf, People } from '#use-cases/ports/people.js';
import { Refusal } from '#use-cases/refusal.js';
import { fileNameIn } from '../documents/file-name.js';
import { invalidFields } from '../problem.js';
import { UploadBytes } from './upload-bytes.js';
import { type DoneUpload, type PartialUpload, UPLOAD_HOURS, UploadFolder } from './upload-folder.js';

/** Uploads that one person may leave unfinished. */
const MOST_OPEN = 20;
const SWEEP_MS = 60 * 60_000;

/** One request: who sent it, and why it was refused, which the tus server would say in its own words. */
interface Asking {
  actor: Actor;
  refusal?: unknown;
}

/** Uploads that can be broken off and gone on with (tus 1.0); whole, a file is filed like any other. */
@Injectable()
export class Uploads implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('uploads');
  private readonly asking = new AsyncLocalStorage<Asking>();
  /** A file that is being filed is filed once, whoever asks meanwhile. */
  private readonly filing = new Map<string, Promise<FilingConfirmation>>();
  private server: Server | undefined;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly folder: UploadFolder,
    private readonly fileDocument: FileDocument,
    private readonly people: People,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.folder.prepare();
    this.server = new Server({
      path: '/uploads',
      relativeLocation: true,
      // Pages are of this origin; programs need no such word.
      allowedOrigins: [],
      datastore: new UploadBytes({
        directory: this.folder.path,
        expirationPeriodInMilliseconds: UPLOAD_HOURS * 3_600_000,
      }),
      onUploadCreate: async (_request, upload) => {
        const { actor } = this.asker();
        const metadata = metadataOf(upload.metadata ?? {});
        await this.fileDocument.demandWanted(actor, metadata.application, filed(metadata), upload.size);
        await this.demandRoom(actor.person);
        return { metadata: { ...upload.metadata, person: actor.person } };
      },
      onUploadFinish: async (_request, { id }) => {
        const confirmation = await this.confirm(this.asker().actor, id);
        return {
          status_code: 200,
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(confirmation),
        };
      },
      onResponseError: (_request, error) => {
        const asking = this.asker();
        asking.refusal ??= error;
        return undefined;
      },
    });
    await this.sweep();
    const sweep = () => this.sweep().catch((error: unknown) => this.log.error(String(error)));
    this.sweeping = setInterval(() => void sweep(), SWEEP_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }

  /**
   * Answers a request of the tus protocol.
   * @throws Refusal of whoever may not, or of a file that is not wanted.
   */
  async handle(actor: Actor, request: Request): Promise<Response> {
    if (this.server === undefined) throw new Error('uploads are not ready');
    const asking: Asking = { actor };
    const answer = await this.asking.run(asking, () => this.server?.handleWeb(request));
    if (asking.refusal instanceof Error) throw asking.refusal;
    if (answer === undefined) throw new Error('the tus server gave no answer');
    return answer;
  }

  /**
   * The confirmation of an upload that is whole; undefined while bytes are missing. One that became whole when the
   * answer could not be given, or the program was killed, is filed now.
   * @throws Refusal `ACC-404` when the person has no such upload.
   */
  async confirmed(actor: Actor, id: string): Promise<FilingConfirmation | undefined> {
    const done = await this.folder.doneUpload(id);
    if (done !== undefined) {
      if (done.person !== actor.person) throw unseen();
      return done.confirmation;
    }
    const partial = await this.folder.partial(id);
    if (partial?.metadata['person'] !== actor.person) throw unseen();
    return partial.offset === partial.size ? this.confirm(actor, id) : undefined;
  }

  private asker(): Asking {
    const asking = this.asking.getStore();
    if (asking === undefined) throw new Error('nobody asked');
    return asking;
  }

  private confirm(actor: Actor, id: string): Promise<FilingConfirmation> {
    const running = this.filing.get(id) ?? this.file(actor, id).finally(() => this.filing.delete(id));
    this.filing.set(id, running);
    return running;
  }

  /** The upload's id makes a second try the same filing; its last byte says when it arrived. */
  private async file(actor: Actor, id: string): Promise<FilingConfirmation> {
    const partial = await this.folder.partial(id);
    if (partial === undefined) throw unseen();
    const metadata = metadataOf(partial.metadata);
    try {
      const confirmation = await this.fileDocument.run(actor, metadata.application, {
        ...filed(metadata),
        content: createReadStream(this.folder.bytesOf(id)),
        lastByteAt: partial.lastByteAt,
        idempotencyKey: `upload-${id}`,
      });
      await this.keepAnswer(id, { person: actor.person, bytes: partial.size, confirmation });
      return confirmation;
    } catch (error) {
      // What has arrived whole is filed when there is room.
      if (error instanceof Refusal && error.code !== NO_ROOM.code) await this.folder.remove(id);
      throw error;
    }
  }

  /** What is on record is confirmed, also where there is no room for the answer: asked again, it is filed the same once. */
  private async keepAnswer(id: string, done: DoneUpload): Promise<void> {
    try {
      await this.folder.finish(id, done);
    } catch (error) {
      if (!isFull(error)) throw error;
      this.log.warn(`no room to keep the answer of the upload ${id}`);
    }
  }

  private async demandRoom(person: string): Promise<void> {
    const open = (await this.folder.partials()).filter((each) => each.metadata['person'] === person);
    if (open.length < MOST_OPEN) return;
    throw new Refusal(
      'DOC-205',
      'Hai troppi caricamenti lasciati a metà: finiscine uno, oppure riprova domani.',
    );
  }

  /** Files what became whole and was not filed, since its person has done everything; removes what is too old. */
  private async sweep(): Promise<void> {
    for (const partial of await this.folder.partials()) {
      if (partial.offset === partial.size) await this.fileLate(partial);
    }
    await this.folder.sweep(Date.now());
  }

  private async fileLate({ id, metadata }: PartialUpload): Promise<void> {
    try {
      const profile = await this.people.profileOf(metadata['person'] ?? '');
      if (profile !== undefined) await this.confirm(actorOf(profile), id);
    } catch (error) {
      this.log.warn(`the upload ${id} is whole and cannot be filed: ${String(error)}`);
    }
  }
}

/** @throws Refusal `API-03` with the fields that are wrong. */
function metadataOf(said: Readonly<Record<string, string | null>>): UploadMetadata {
  const read = uploadMetadata.safeParse(said);
  if (read.success) return read.data;
  throw invalidFields(read.error.issues);
}

function filed(metadata: UploadMetadata): Omit<Upload, 'content'> {
  const { requirement, channel, filename, filetype } = metadata;
  return {
    requirement,
    channel,
    acting: actingIn(metadata),
    fileName: fileNameIn(filename),
    mediaType: filetype,
  };
}
