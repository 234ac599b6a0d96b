/** An answer of the API: its status and its JSON, read as a program outside the product reads it. */
export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any;
  text: string;
  headers: Headers;
}

/** A signed-in person at work over HTTP. */
export interface Desk {
  name: string;
  person: string;
  /** Ids of the person's bodies by name. */
  bodies: Record<string, string>;
  get(path: string): Promise<Answer>;
  post(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  upload(path: string, content: string, headers?: Record<string, string>): Promise<Answer>;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Signs in at an API. @throws Error with the API's own answer when it refuses. */
export async function signIn(url: string, email: string, password: string): Promise<Desk> {
  const session = await fetch(`${url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!session.ok) throw new Error(`${email}: ${await session.text()}`);
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (path: string, init: Asked): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, { ...init, headers: { cookie, ...init.headers } });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      json: isJson ? JSON.parse(text) : undefined,
      text,
      headers: answer.headers,
    };
  };
  const { json: me } = await ask('/me', {});
  return {
    name: me.name,
    person: me.person,
    bodies: Object.fromEntries(
      me.mandates.map((each: { bodyName: string; body: string }) => [each.bodyName, each.body]),
    ),
    get: (path) => ask(path, {}),
    delete: (path) => ask(path, { method: 'DELETE' }),
    put: (path, body, headers = {}) =>
      ask(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    upload: (path, content, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/pdf', 'x-file-name': 'documento.pdf', ...headers },
        body: content,
      }),
  };
}
