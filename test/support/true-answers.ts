import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '#contracts/problem.js';
import { ROUTES } from '#contracts/routes.js';
import { everyRefusal, isMedia, type RouteForm, statusOf } from '#contracts/routes/route.js';

const FORMS: Readonly<Record<string, RouteForm>> = ROUTES;

/**
 * Holds an API to the table of routes: it has these and no others, and no answer leaves it that is not as the table says,
 * in status, form or code of a refusal. A false one becomes a 500 that says what is wrong, so whatever test asked falls.
 * To be called before the API listens.
 */
export function demandTrueAnswers(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const served = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) served.add(`${each} ${url}`);
  });
  fastify.addHook('onReady', (done) => done(differenceOf(served)));
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const wrong = wrongIn(request, reply, payload);
    if (wrong === undefined) return done(null, payload);
    const said = JSON.stringify({ asked: `${request.method} ${request.url}`, wrong });
    process.stderr.write(`not as in the table of routes: ${said}\n`);
    void reply.status(500).type('application/json');
    return done(null, said);
  });
}

function differenceOf(served: ReadonlySet<string>): Error | undefined {
  const missing = Object.keys(FORMS).filter((address) => !served.has(address));
  // Fastify answers HEAD wherever there is a GET.
  const more = [...served].filter((each) => !(each in FORMS) && !each.startsWith('HEAD '));
  if (missing.length + more.length === 0) return undefined;
  return new Error(`not served: ${missing.join(', ')}; not in the table: ${more.join(', ')}`);
}

function wrongIn({ method, routeOptions }: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const address = `${method} ${routeOptions.url}`;
  const form = FORMS[address];
  if (form === undefined) return undefined;
  const { statusCode } = reply;
  if (statusCode >= 400) return wrongRefusal(address, form, reply, payload);
  if (statusCode === 304 && form.tagged === true) return undefined;
  if (form.byHand === true && statusCode !== 200) return undefined;
  return statusCode === statusOf(form) ? wrongAnswer(form, reply, payload) : `answers ${statusCode}`;
}

function wrongRefusal(address: string, form: RouteForm, reply: FastifyReply, payload: unknown): unknown {
  // Links of e-mails open in a browser, and say it on a page.
  if (form.security === 'link' && isOf('text/html', reply)) return undefined;
  const said = problem.safeParse(JSON.parse(String(payload)));
  if (!said.success) return said.error.issues;
  return everyRefusal(address, form).includes(said.data.code) ? undefined : `refuses with ${said.data.code}`;
}

function wrongAnswer({ answer }: RouteForm, reply: FastifyReply, payload: unknown): unknown {
  if (isEmpty(payload)) return answer === undefined ? undefined : 'answers nothing';
  if (answer === undefined) return 'answers something';
  if (isMedia(answer)) return isOf(answer.media, reply) ? undefined : `answers another medium`;
  const said = answer.safeParse(JSON.parse(String(payload)));
  return said.success ? undefined : said.error.issues;
}

function isOf(media: string, reply: FastifyReply): boolean {
  return media === '*/*' || String(reply.getHeader('content-type')).startsWith(media);
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || payload === '';
}
