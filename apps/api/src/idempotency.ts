import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Idempotency } from '#use-cases/ports/once.js';
import { Refusal } from '#use-cases/refusal.js';

const FORM = /^[A-Za-z0-9_-]{8,80}$/;

/** The `Idempotency-Key` of a request; a key of another form is refused. */
function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && FORM.test(key)) return key;
  throw new Refusal('API-04', 'La chiave di ripetizione non va bene: usa da 8 a 80 lettere e cifre.');
}

/** Key and hash of a request that may come twice; undefined without the header. */
export function onceOnly(request: FastifyRequest): Idempotency | undefined {
  const key = idempotencyKey(request);
  if (key === undefined) return undefined;
  // A file is known by its key alone.
  const body = request.body instanceof Readable ? undefined : request.body;
  const said = JSON.stringify([request.method, request.url, body]);
  return { key, requestHash: createHash('sha256').update(said).digest('hex') };
}
