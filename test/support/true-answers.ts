import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '#contracts/problem.js';
import { ROUTES } from '#contracts/routes.js';
import { everyRefusal, isMedia, type RouteForm, statusOf } from '#contracts/routes/route.js';

const FORMS: Readonly<Record<string, RouteForm>> = ROUTES;

/**
 * Lets no answer out that is not what the table of routes says: status, form, code of a refusal. A false one becomes a
 * 500 that says what is wrong, so whatever test asked falls. To be called before the API listens.
 */
export function demandTrueAnswers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const wrong = wrongIn(request, reply, payload);
    if (wrong === undefined) return done(null, payload);
    void reply.status(500).type('application/json');
    return done(null, JSON.stringify({ asked: `${request.method} ${request.url}`, wrong }));
  });
}

function wrongIn({ method, routeOptions }: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const address = `${method} ${routeOptions.url}`;
  const form = FORMS[address];
  if (form === undefined) return undefined;
  const { statusCode } = reply;
  const type = String(reply.getHeader('content-type') ?? '');
  if (statusCode >= 400) {
    const said = problem.safeParse(JSON.parse(String(payload)));
    if (!said.success) return said.error.issues;
    return everyRefusal(address, form).includes(said.data.code)
      ? undefined
      : `refuses with ${said.data.code}`;
  }
  if (statusCode === 304 && form.tagged === true) return undefined;
  if (statusCode !== statusOf(form)) return `answers ${statusCode}`;
  const { answer } = form;
  if (answer === undefined) return isEmpty(payload) ? undefined : 'answers something';
  if (isMedia(answer))
    return type.startsWith(answer.media) || answer.media === '*/*' ? undefined : `answers ${type}`;
  const said = answer.safeParse(JSON.parse(String(payload)));
  return said.success ? undefined : said.error.issues;
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || payload === '';
}
