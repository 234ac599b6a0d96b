import {
  BadRequestException,
  ConsoleLogger,
  type LoggerService,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import type { ApiConfiguration } from './configuration.js';
import { fieldWords } from './field-words.js';
import { isOfDemo } from './demo/demo.module.js';
import { openApi } from './openapi.js';
import { sendProblem } from './problem.js';
import { isTooDeep } from './route/too-deep.js';
import { secure } from './web/security-headers.js';
import { serveWebPages } from './web/web-pages.js';

/** Largest JSON that is read; files are streamed and have a limit of their own. */
const JSON_LIMIT = 256 * 1024;

/** How long requests under way may take to end when the API stops; a browser also keeps connections without a request. */
const LAST_MOMENTS_MS = 3_000;

/** Where the body is the file itself. */
const UPLOADS = ['/applications/:application/documents', '/uploads', '/uploads/:upload'];

/** The API, ready to listen: JSON, forms, raw uploads, OpenAPI at `/openapi.json`, and the pages where they are built. */
export async function createApi(
  configuration: ApiConfiguration,
  logger: LoggerService | false = new ConsoleLogger({ json: true }),
): Promise<NestFastifyApplication> {
  // What zod says of a field is read by people.
  z.config({ localeError: fieldWords });
  const production = configuration.mode === 'production';
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: configuration.trustedProxies.length > 0 && configuration.trustedProxies,
    // An address that cannot be read is refused before any hook.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      secure(request, reply, production);
      sendProblem(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(configuration), adapter, {
    logger,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    secure(request, reply, production);
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isTooDeep(request.body) ? new BadRequestException() : undefined);
  });
  fastify.addHook('preClose', (done) => {
    setTimeout(() => fastify.server.closeAllConnections(), LAST_MOMENTS_MS).unref();
    done();
  });
  // Where files are uploaded, what is neither JSON nor a form is handed on as it streams in; elsewhere it is refused.
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (UPLOADS.includes(request.routeOptions.url ?? '')) done(null, payload);
    else done(new UnsupportedMediaTypeException());
  });
  await serveWebPages(fastify, configuration.webFolder);
  app.enableShutdownHooks();
  const description = openApi((address) => !production || !isOfDemo(address));
  fastify.get('/openapi.json', () => description);
  return app;
}
