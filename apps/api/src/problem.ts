import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Problem } from '#contracts/problem.js';
import type { Refused } from '#domain/fact/refused.js';
import { type RefusalKind, REFUSALS } from '#domain/refusal/refusals.js';
import { Refusal } from '#use-cases/refusal.js';
import { Unavailable } from '#use-cases/ports/unavailable.js';

/** The status and the title of each kind of answer. */
export const KINDS: Readonly<Record<RefusalKind, { status: number; title: string }>> = {
  unreadable: { status: 400, title: 'Richiesta da correggere' },
  unauthenticated: { status: 401, title: 'Accesso richiesto' },
  forbidden: { status: 403, title: 'Operazione non permessa' },
  notFound: { status: 404, title: 'Pagina non trovata' },
  wrongMethod: { status: 405, title: 'Metodo non ammesso' },
  conflict: { status: 409, title: 'Operazione non possibile adesso' },
  // What RFC 9110 answers to an `If-Match` that no longer holds.
  changed: { status: 412, title: 'Cambiata nel frattempo' },
  tooLarge: { status: 413, title: 'File troppo grande' },
  tooLong: { status: 414, title: 'Indirizzo troppo lungo' },
  wrongFormat: { status: 415, title: 'Formato non accettato' },
  invalid: { status: 422, title: 'Dati da correggere' },
  tooMany: { status: 429, title: 'Troppi tentativi' },
  failed: { status: 500, title: 'Qualcosa non ha funzionato' },
  unavailable: { status: 503, title: 'Servizio fermo per poco' },
  full: { status: 507, title: 'Archivio pieno' },
};

/** What frameworks say by themselves, before a use case is reached, by their status. */
const FRAMEWORKS: Readonly<Record<number, Refused>> = {
  404: { code: 'API-404', detail: 'Questa pagina non c’è: controlla l’indirizzo.' },
  405: { code: 'API-405', detail: 'Questa operazione non c’è: ricarica la pagina.' },
  413: { code: 'API-413', detail: 'Quello che invii è troppo grande: riduci il file e riprova.' },
  414: { code: 'API-414', detail: 'L’indirizzo è troppo lungo: controllalo.' },
  415: {
    code: 'API-415',
    detail: 'Questo formato non si può inviare qui: usa quello indicato nella pagina.',
  },
};

const UNREADABLE: Refused = {
  code: 'API-01',
  detail: 'La richiesta non si legge: ricarica la pagina e riprova.',
};

const FAILED: Refused = {
  code: 'SYS-01',
  detail:
    'L’errore è nostro e non è andato perso niente: riprova tra qualche minuto, o chiama l’ufficio ICT dell’Unione.',
};

const AWAY: Refused = {
  code: 'SYS-02',
  detail: 'Il servizio è fermo per poco e non è stato registrato niente: riprova tra un minuto.',
};

const AWAY_IN_THE_ACT: Refused = {
  code: 'SYS-03',
  detail:
    'Il servizio si è fermato proprio mentre registrava: ricarica la pagina e guarda se c’è già, poi riprova.',
};
const AWAY_SECONDS = 30;

/** Says every error of the API as `application/problem+json`. What was not expected is logged and told without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

const log = new Logger('api');

/**
 * Answers a request with what went wrong; also where Fastify refuses before any route is reached, an address that cannot
 * be read or is too long.
 */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const instance = request.url.split('?')[0] ?? '';
  const problem = problemOf(error, instance);
  if (problem.status >= 500) log.error(error instanceof Error ? (error.stack ?? error.message) : error);
  const seconds = secondsToWait(error);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  void reply.status(problem.status).type('application/problem+json').send(problem);
}

function secondsToWait(error: unknown): number | undefined {
  if (error instanceof Unavailable) return AWAY_SECONDS;
  return error instanceof Refusal ? error.facts.retryAfterSeconds : undefined;
}

/** @param instance path of the request, without its query: it may hold secrets. */
export function problemOf(error: unknown, instance: string): Problem {
  if (error instanceof Refusal) {
    const { fields, field, changes } = error.facts;
    return {
      ...described(error, KINDS[error.kind].status, instance),
      ...(fields === undefined ? {} : { fields }),
      ...(field === undefined ? {} : { field }),
      ...(changes === undefined ? {} : { changes }),
    };
  }
  if (error instanceof Unavailable) {
    return described(error.mayBeDone ? AWAY_IN_THE_ACT : AWAY, KINDS.unavailable.status, instance);
  }
  const status = statusOf(error);
  return described(FRAMEWORKS[status] ?? (status < 500 ? UNREADABLE : FAILED), status, instance);
}

/** Nest's and Fastify's own errors carry a status; everything else is our failure. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function described({ code, detail }: Refused, status: number, instance: string): Problem {
  const { title } = KINDS[REFUSALS[code]];
  return { type: `urn:capofila:problem:${code.toLowerCase()}`, title, status, code, detail, instance };
}

/** What a schema found wrong, field by field: `API-03`. */
export function invalidFields(issues: readonly z.core.$ZodIssue[]): Refusal {
  return new Refusal('API-03', 'Alcuni dati mancano o non vanno bene: correggi i campi indicati e riprova.', {
    fields: issues.slice(0, 50).map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  });
}
