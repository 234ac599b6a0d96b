import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

/** Takes an answer out of the framework's hands, with the headers it was given so far. */
export function takeOver(reply: FastifyReply): ServerResponse {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  return reply.raw;
}
