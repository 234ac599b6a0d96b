import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a page of ours may do: nothing that does not come from this origin, and no code or style written into HTML. */
const PAGE_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data: blob:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `frame-src 'self' blob:`,
  `manifest-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  // The camera is for photographs of papers.
  'permissions-policy':
    'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // Data of people: kept by no browser and no proxy, unless a handler says otherwise.
  'cache-control': 'no-store',
};

/** Two years. */
const ONLY_TLS = 'max-age=63072000';

/**
 * Headers of every answer; a handler may say its own afterwards.
 * @param production there, once a request came by TLS, the browser never comes back without it.
 */
export function secure(request: FastifyRequest, reply: FastifyReply, production: boolean): void {
  void reply.headers(HEADERS);
  if (production && request.protocol === 'https') void reply.header('strict-transport-security', ONLY_TLS);
}
