import { Controller, HttpException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { FilingConfirmation } from '#contracts/recorded.js';
import type { Actor } from '#domain/access/can.js';
import { Refusal } from '#use-cases/refusal.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import { Uploads } from './uploads.js';

const TUS = { 'tus-resumable': '1.0.0' };

/** Uploads by the tus protocol: broken off, they go on where they were. */
@Controller()
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Answers('POST /uploads')
  start(
    @Ask() { actor }: Asked<'POST /uploads'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tus(actor, request, reply);
  }

  /** Before `Get`: Fastify would make a HEAD of that. */
  @Answers('HEAD /uploads/:upload')
  async ask(
    @Ask() { actor, params }: Asked<'HEAD /uploads/:upload'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(actor, params.upload);
    if (confirmation === undefined) return this.tus(actor, request, reply);
    void reply.headers(whole(confirmation)).send();
  }

  @Answers('GET /uploads/:upload')
  async confirmation(
    @Ask() { actor, params }: Asked<'GET /uploads/:upload'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilingConfirmation> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(actor, params.upload);
    if (confirmation !== undefined) return confirmation;
    throw new Refusal('DOC-206', 'Il file non è ancora arrivato tutto: riprendi il caricamento.');
  }

  @Answers('PATCH /uploads/:upload')
  async send(
    @Ask() { actor, params }: Asked<'PATCH /uploads/:upload'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    const confirmation = await this.uploads.confirmed(actor, params.upload);
    if (confirmation === undefined) return this.tus(actor, request, reply);
    if (Number(request.headers['upload-offset']) !== confirmation.bytes)
      throw new HttpException('offset', 409);
    void reply.headers(whole(confirmation)).send(confirmation);
  }

  @Answers('DELETE /uploads/:upload')
  async drop(
    @Ask() { actor, params }: Asked<'DELETE /uploads/:upload'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void reply.headers(TUS);
    if ((await this.uploads.confirmed(actor, params.upload)) === undefined)
      return this.tus(actor, request, reply);
    throw new Refusal(
      'DOC-207',
      'Il file è già registrato e non si ritira: se è sbagliato, carica quello giusto o chiama l’ufficio ICT.',
    );
  }

  private async tus(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
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
