import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { sendProblem } from '../problem.js';

const INDEX = 'index.html';
/** Names of these files carry a hash of their content: another content has another name. */
const HASHED = 'assets/';
const A_YEAR = 'public, max-age=31536000, immutable';

/** Characters of one part of an address: Fastify's own limit (`maxParamLength`). */
const LONGEST_PART = 100;

/**
 * Serves the built pages beside the API, on one origin. An address that is no route of the API and no file is a page,
 * which the browser finds by itself: whoever wants HTML gets `index.html`, others the API's own 404.
 *
 * @param folder as Vite built it; compressed files (.br, .gz) lie beside the others.
 * @returns false when there is no such folder: the API is alone then.
 */
export async function serveWebPages(fastify: FastifyInstance, folder: string): Promise<boolean> {
  const root = resolve(folder);
  if (!(await isFile(join(root, INDEX)))) return false;
  await fastify.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  fastify.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
    const file = request.params['*'];
    if (await isFileOf(root, file)) {
      return send(reply, file, file.startsWith(HASHED) ? A_YEAR : 'no-cache');
    }
    if (wantsPage(request)) return send(reply, INDEX, 'no-cache');
    // Fastify hands on here what is too long for a route of the API.
    if (file.split('/').some((part) => part.length > LONGEST_PART)) {
      sendProblem({ statusCode: 414 }, request, reply);
      return reply;
    }
    reply.callNotFound();
    return reply;
  });
  return true;
}

/** A missing script must not be answered by a page: only what asks for HTML gets HTML. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true;
}

function send(reply: FastifyReply, file: string, caching: string): FastifyReply {
  return reply.header('cache-control', caching).sendFile(file);
}

/** A file of the folder itself; whatever leads out of it is none. */
async function isFileOf(root: string, name: string): Promise<boolean> {
  const path = resolve(root, name);
  return name !== '' && !name.includes('\0') && path.startsWith(root + sep) && (await isFile(path));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
