import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { type UploadQuery, uploadQuery } from '#contracts/application.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { ReadDocument } from '#use-cases/application/read-document.js';
import { FileDocument, type FilingConfirmation } from '#use-cases/application/file-document.js';
import { Refusal } from '#use-cases/refusal.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { idempotencyKey } from '../idempotency.js';
import { fileNameIn } from './file-name.js';

@ApiTags('documents')
@Controller('applications')
export class DocumentsController {
  constructor(
    private readonly fileDocument: FileDocument,
    private readonly readDocument: ReadDocument,
  ) {}

  /** Always as a download: nothing that people uploaded is shown as a page of ours. */
  @Get(':application/documents/:document')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'readDocument', summary: 'Scarica un documento, byte per byte.' })
  async read(
    @Who() { actor }: SignedIn,
    @Param('application') application: string,
    @Param('document', { schema: z.uuid() }) document: string,
  ): Promise<StreamableFile> {
    const { content, fileName, mediaType, bytes } = await this.readDocument.run(actor, application, document);
    return new StreamableFile(content, {
      type: mediaType,
      length: bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
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

function contentOf(request: FastifyRequest): Readable {
  // A form wraps the file: kept as it comes, it would be no PDF and have another hash.
  const form = /^multipart\//i.test(request.headers['content-type'] ?? '');
  if (request.body instanceof Readable && !form) return request.body;
  if (request.body === undefined || request.body === null) return Readable.from([]);
  throw new Refusal(
    'invalid',
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
