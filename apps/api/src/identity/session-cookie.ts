/** How the session travels: an opaque secret that no script can read and no other site can send with a command. */
export interface CookieOptions {
  /** False only in the demo, which has no TLS. */
  readonly secure: boolean;
}

const SESSION = 'capofila-session';
const DEVICE = 'capofila-device';
const DEVICE_MS = 400 * 86_400_000;

/** The prefix makes browsers refuse it from another host of the domain or without TLS (RFC 6265bis). */
function named(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

/**
 * Value of `Set-Cookie` for a session.
 * @param expiresAt ISO 8601; undefined on a shared computer: the browser forgets it when it is closed.
 */
export function sessionCookie(
  secret: string,
  expiresAt: string | undefined,
  { secure }: CookieOptions,
): string {
  return cookie(SESSION, secret, expiresAt === undefined ? undefined : new Date(expiresAt), secure);
}

/** Value of `Set-Cookie` that makes the browser forget the session. */
export function forgottenCookie({ secure }: CookieOptions): string {
  return cookie(SESSION, '', new Date(0), secure);
}

/** Value of `Set-Cookie` by which a browser is known to its person's sign-ins, for as long as browsers keep one. */
export function deviceCookie(secret: string, { secure }: CookieOptions): string {
  return cookie(DEVICE, secret, new Date(Date.now() + DEVICE_MS), secure);
}

/** The session's secret in a `Cookie` header, if there is one. */
export function sessionIn(header: string | undefined, { secure }: CookieOptions): string | undefined {
  return secretIn(header, named(SESSION, secure));
}

/** The device's secret in a `Cookie` header, if there is one that can be one of ours. */
export function deviceIn(header: string | undefined, { secure }: CookieOptions): string | undefined {
  const secret = secretIn(header, named(DEVICE, secure));
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

function secretIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return value;
  }
  return undefined;
}

function cookie(name: string, value: string, expires: Date | undefined, secure: boolean): string {
  const end = expires === undefined ? [] : [`Expires=${expires.toUTCString()}`];
  const attributes = [...end, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  return [`${named(name, secure)}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
