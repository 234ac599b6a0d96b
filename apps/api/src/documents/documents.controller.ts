import { Controller, Get, Header, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { type ShowQuery, showQuery, type UploadQuery, uploadQuery } from '#contracts/application.js';
import { shownType } from '#domain/document/shown-type.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { ReadDocument } from '#use-cases/application/read-document.js';
import { FileDocument, type FilingConfirmation } from '#use-cases/application/file-document.js';
import { Refusal } from '#use-cases/refusal.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { idempotencyKey } from '../idempotency.js';
import { fileNameIn } from './file-name.js';

/** What a shown file may do: nothing but be looked at, in a frame of our own pages. */
const LOOKED_AT = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox`;

@ApiTags('documents')
@Controller('applications')
export class DocumentsController {
  constructor(
    private readonly fileDocument: FileDocument,
    private readonly readDocument: ReadDocument,
  ) {}

  /**
   * As a download, so that nothing that people uploaded is a page of ours; asked to show it, a PDF or an image may stand
   * in a frame of our pages, known by its bytes and not by what its sender said.
   */
  @Get(':application/documents/:document')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    operationId: 'readDocument',
    summary: 'Scarica un documento, byte per byte; con `mostra=1` un PDF o un’immagine si può guardare.',
  })
  async read(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Param('document', { schema: z.uuid() }) document: string,
    @Query({ schema: showQuery }) { mostra }: ShowQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { content, fileName, mediaType, bytes } = await this.readDocument.run(actor, application, document);
    const shown = mostra === undefined ? undefined : shownType(await beginningOf(content));
    if (shown !== undefined) void reply.header('content-security-policy', LOOKED_AT);
    return new StreamableFile(content, {
      type: shown ?? mediaType,
      length: bytes,
      disposition: `${shown === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  }

  /** The body is the file itself; its name comes percent-encoded in `X-File-Name`. */
  @Post(':application/documents')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'fileDocument',
    summary:
      'Carica un documento richiesto, o una prova. La risposta è una conferma di caricamento, non un protocollo.',
  })
  async file(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Query({ schema: uploadQuery }) query: UploadQuery,
    @Req() request: FastifyRequest,
  ): Promise<FilingConfirmation> {
    const { requirement, channel } = query;
    const key = idempotencyKey(request);
    return this.fileDocument.run(actor, application, {
      requirement,
      channel,
      acting: actingIn(query),
      content: contentOf(request),
      fileName: fileNameOf(request),
      mediaType:
        (request.headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.slice(0, 100) ?? '',
      ...(key === undefined ? {} : { idempotencyKey: key }),
    });
  }
}

/** The first bytes of a stream, which stay in it. */
async function beginningOf(content: Readable): Promise<Uint8Array> {
  await once(content, 'readable');
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
