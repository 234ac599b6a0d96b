import { Controller, Delete, Get, Head, HttpException, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { FilingConfirmation } from '#use-cases/application/file-document.js';
import { Refusal } from '#use-cases/refusal.js';
import { type SignedIn, Who } from '../identity/signed-in.js';
import { Uploads } from './uploads.js';

const TUS = { 'tus-resumable': '1.0.0' };

/** Uploads by the tus protocol: broken off, they go on where they were. */
@ApiTags('documents')
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @ApiOperation({
    operationId: 'startUpload',
    summary: 'Comincia un caricamento che si può riprendere (tus 1.0).',
    description:
      '`Upload-Metadata`: application, requirement, actingBody, onBehalfOf, channel, filename, filetype. Ciò che non ' +
      'serve è rifiutato prima del primo byte.',
  })
  start(@Who() who: SignedIn, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus(who, request, reply);
  }

  /** Before `Get`: Fastify would make a HEAD of that. */
  @Head(':upload')
  @ApiOperation({ operationId: 'askUpload', summary: 'Quanti byte sono arrivati.' })
  async ask(
    @Who() who: SignedIn,
    @Param('upload') upload: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(who.actor, upload);
    if (confirmation === undefined) return this.tus(who, request, reply);
    void reply.headers(whole(confirmation)).send();
  }

  @Get(':upload')
  @ApiOperation({
    operationId: 'readUpload',
    summary: 'La conferma di un caricamento completo, la stessa data alla fine.',
  })
  async confirmation(
    @Who() who: SignedIn,
    @Param('upload') upload: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingConfirmation> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(who.actor, upload);
    if (confirmation !== undefined) return confirmation;
    throw new Refusal('DOC-206', 'Il file non è ancora arrivato tutto: riprendi il caricamento.');
  }

  @Patch(':upload')
  @ApiOperation({
    operationId: 'continueUpload',
    summary: 'Invia i byte che mancano; con l’ultimo arriva la conferma di caricamento.',
  })
  async send(
    @Who() who: SignedIn,
    @Param('upload') upload: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(who.actor, upload);
    if (confirmation === undefined) return this.tus(who, request, reply);
    if (Number(request.headers['upload-offset']) !== confirmation.bytes)
      throw new HttpException('offset', 409);
    void reply.headers(whole(confirmation)).send(confirmation);
  }

  @Delete(':upload')
  @ApiOperation({ operationId: 'dropUpload', summary: 'Abbandona un caricamento a metà.' })
  async drop(
    @Who() who: SignedIn,
    @Param('upload') upload: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    if ((await this.uploads.confirmed(who.actor, upload)) === undefined) return this.tus(who, request, reply);
    throw new Refusal(
      'DOC-207',
      'Il file è già registrato e non si ritira: se è sbagliato, carica quello giusto o chiama l’ufficio ICT.',
    );
  }

  private async tus({ actor }: SignedIn, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.headers(TUS);
    const answer = await this.uploads.handle(actor, asWebRequest(request));
    // The tus server speaks plain English; its status is what clients go by.
    if (answer.status >= 400) {
      // Of a connection that broke off nobody hears, and nothing is wrong with us.
      const broken = answer.status >= 500 && !request.raw.complete;
      throw new HttpException(await answer.text(), broken ? 400 : answer.status);
    }
    for (const [name, value] of answer.headers) {
      if (!name.startsWith('access-control-') && name !== 'content-length') void reply.header(name, value);
    }
    const text = await answer.text();
    void reply.status(answer.status).send(text === '' ? undefined : text);
  }
}

function whole({ bytes }: FilingConfirmation): Record<string, string> {
  return { ...TUS, 'upload-offset': String(bytes), 'upload-length': String(bytes) };
}

function asWebRequest({ method, url, headers, body }: FastifyRequest): Request {
  const named = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return new Request(new URL(url, 'http://capofila'), {
    method,
    headers: named,
    ...(body instanceof Readable ? { body: Readable.toWeb(body), duplex: 'half' } : {}),
  } as RequestInit);
}
