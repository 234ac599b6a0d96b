import { Controller, Header, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once as hears } from 'node:events';
import { Readable } from 'node:stream';
import type { FilingConfirmation } from '#contracts/recorded.js';
import { shownType } from '#domain/document/shown-type.js';
import { FileDocument } from '#use-cases/application/file-document.js';
import { ReadDocument } from '#use-cases/application/read-document.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { Refusal } from '#use-cases/refusal.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import { fileNameIn } from './file-name.js';

/** What a shown file may do: nothing but be looked at, in a frame of our own pages. */
const LOOKED_AT = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox`;

@Controller()
export class DocumentsController {
  constructor(
    private readonly fileDocument: FileDocument,
    private readonly readDocument: ReadDocument,
  ) {}

  /**
   * As a download, so that nothing that people uploaded is a page of ours; asked to show it, a PDF or an image may stand
   * in a frame of our pages, known by its bytes and not by what its sender said.
   */
  @Answers('GET /applications/:application/documents/:document')
  @Header('cache-control', 'private, no-store')
  async read(
    @Ask() { actor, params, query }: Asked<'GET /applications/:application/documents/:document'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { content, fileName, mediaType, bytes } = await this.readDocument.run(
      actor,
      params.application,
      params.document,
    );
    const shown = query.mostra === undefined ? undefined : shownType(await beginningOf(content));
    if (shown !== undefined) void reply.header('content-security-policy', LOOKED_AT);
    return new StreamableFile(content, {
      type: shown ?? mediaType,
      length: bytes,
      disposition: `${shown === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }

  /** The body is the file itself; its name comes percent-encoded in `X-File-Name`. */
  @Answers('POST /applications/:application/documents')
  async file(
    @Ask() { actor, params, query, once }: Asked<'POST /applications/:application/documents'>,
    @Req() request: FastifyRequest,
  ): Promise<FilingConfirmation> {
    const { requirement, channel } = query;
    return this.fileDocument.run(actor, params.application, {
      requirement,
      channel,
      acting: actingIn(query),
      content: contentOf(request),
      fileName: fileNameOf(request),
      mediaType:
        (request.headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.slice(0, 100) ?? '',
      ...(once === undefined ? {} : { idempotencyKey: once.key }),
    });
  }
}

/** The first bytes of a stream, which stay in it. */
async function beginningOf(content: Readable): Promise<Uint8Array> {
  await hears(content, 'readable');
  const beginning = content.read() as Buffer | null;
  if (beginning === null) return new Uint8Array();
  content.unshift(beginning);
  return beginning;
}

function contentOf(request: FastifyRequest): Readable {
  // A form wraps the file: kept as it comes, it would be no PDF and have another hash.
  const form = /^multipart\//i.test(request.headers['content-type'] ?? '');
  if (request.body instanceof Readable && !form) return request.body;
  if (request.body === undefined || request.body === null) return Readable.from([]);
  throw new Refusal(
    'DOC-203',
    'Invia il file così com’è, con il suo tipo: application/pdf, oppure application/octet-stream.',
  );
}

function fileNameOf(request: FastifyRequest): string {
  const header = request.headers['x-file-name'];
  try {
    return fileNameIn(typeof header === 'string' ? decodeURIComponent(header) : '');
  } catch {
    return fileNameIn('');
  }
}
