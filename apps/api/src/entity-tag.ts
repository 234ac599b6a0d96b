import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Seen } from '#domain/fact/changed-since.js';
import { Refusal } from '#use-cases/refusal.js';

const VERSION = /^"(\d{1,9})"$/;
const FORM = /^(?:W\/)?"(\d{1,9})-(\d{1,9})(?:-[\w-]+)?"$/;

/**
 * Answers a page with its tag: the numbers of the last facts it shows, and a hash, because it also tells of people, of
 * the day, and of what its reader may do.
 * @returns the page, or undefined for a reader who has it already (304).
 */
export function tagged<T extends Seen>(page: T, request: FastifyRequest, reply: FastifyReply): T | undefined {
  const hash = createHash('sha256').update(JSON.stringify(page)).digest('base64url').slice(0, 16);
  const tag = `"${page.seq}-${page.callSeq}-${hash}"`;
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' });
  const held = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (held?.includes(tag) !== true) return page;
  void reply.status(304);
  return undefined;
}

/** What the page had seen on which a person acts, from `If-Match`; undefined without it. */
export function seenPage({ headers }: FastifyRequest): Seen | undefined {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const [, seq, callSeq] = FORM.exec(header) ?? [];
  if (seq !== undefined && callSeq !== undefined) return { seq: Number(seq), callSeq: Number(callSeq) };
  throw unreadable();
}

/** The version of what is written over, as it was read; undefined: written all the same. */
export function seenVersion({ headers }: FastifyRequest): number | undefined {
  const header = headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const [, version] = VERSION.exec(header) ?? [];
  if (version === undefined) throw unreadable();
  return Number(version);
}

function unreadable(): Refusal {
  return new Refusal('API-06', 'La versione della pagina non si legge: ricarica la pagina e riprova.');
}
