/** How the session travels: an opaque secret that no script can read and no other site can send with a command. */
export interface CookieOptions {
  /** False only in the demo, which has no TLS. */
  readonly secure: boolean;
}

const PLAIN_NAME = 'capofila-session';
/** The prefix makes browsers refuse it from another host of the domain or without TLS (RFC 6265bis). */
const SECURE_NAME = `__Host-${PLAIN_NAME}`;

/**
 * Value of `Set-Cookie` for a session.
 * @param expiresAt ISO 8601; undefined on a shared computer: the browser forgets it when it is closed.
 */
export function sessionCookie(
  secret: string,
  expiresAt: string | undefined,
  { secure }: CookieOptions,
): string {
  return cookie(secret, expiresAt === undefined ? undefined : new Date(expiresAt), secure);
}

/** Value of `Set-Cookie` that makes the browser forget the session. */
export function forgottenCookie({ secure }: CookieOptions): string {
  return cookie('', new Date(0), secure);
}

/** The session's secret in a `Cookie` header, if there is one. */
export function sessionIn(header: string | undefined, { secure }: CookieOptions): string | undefined {
  const name = secure ? SECURE_NAME : PLAIN_NAME;
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return value;
  }
  return undefined;
}

function cookie(value: string, expires: Date | undefined, secure: boolean): string {
  const name = secure ? SECURE_NAME : PLAIN_NAME;
  const end = expires === undefined ? [] : [`Expires=${expires.toUTCString()}`];
  const attributes = [...end, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  return [`${name}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
