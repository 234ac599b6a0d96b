import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Refusal } from '#use-cases/refusal.js';

/** Refuses text that PostgreSQL cannot keep, wherever it stands in a request: U+0000 and halves of surrogate pairs. */
@Injectable()
export class ReadableGuard implements CanActivate {
  /** @throws Refusal `API-05`. */
  canActivate(context: ExecutionContext): boolean {
    const { params, query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    if ([params, query, body].every(isReadable)) return true;
    throw new Refusal(
      'API-05',
      'Il testo contiene caratteri che non si leggono: riscrivilo a mano e riprova.',
    );
  }
}

function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null || value instanceof Readable) return true;
  return Object.entries(value).every(([name, each]) => isReadable(name) && isReadable(each));
}
