import { type AnyWanted, type Given, methodOf, pathOf, type Wanted } from '#contracts/asking.js';
import type { Answer, RouteName } from '#contracts/routes.js';
import { environment } from './output.js';

/**
 * Asks a running API a route, with a token of the person who acts; `CAPOFILA_URL` says where it is.
 *
 * @throws Error in words for whoever typed the command: nothing answers, or the API refuses
 */
export async function ask<R extends RouteName>(route: R, ...given: Given<Wanted<R>>): Promise<Answer<R>> {
  const wanted: AnyWanted = given[0] ?? {};
  const { ROUTES } = await import('#contracts/routes.js');
  const base = process.env['CAPOFILA_URL'] ?? 'http://127.0.0.1:3000';
  const headers: Record<string, string> = {};
  if (wanted.body !== undefined) headers['content-type'] = 'application/json';
  if (!('security' in ROUTES[route])) {
    headers['authorization'] = `Bearer ${environment('CAPOFILA_TOKEN', 'a token of yours (POST /tokens)')}`;
  }
  const answer = await fetch(`${base}${pathOf(route, wanted)}`, {
    method: methodOf(route),
    headers,
    ...(wanted.body === undefined ? {} : { body: JSON.stringify(wanted.body) }),
  }).catch(() => {
    throw new Error(`No API answers at ${base}: start the demo, or set CAPOFILA_URL.`);
  });
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Error(refusalInWords(answer.status, json as Record<string, unknown>));
  return json as Answer<R>;
}

/** The union's body for officers, else the person's first body. */
export async function ownBody(): Promise<string> {
  const { mandates } = await ask('GET /me');
  const own = mandates.find((each) => each.bodyKind === 'union') ?? mandates[0];
  if (own === undefined) throw new Error('You hold no role today.');
  return own.body;
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'sign-in needed, the token is wrong or no longer good',
  403: 'not allowed to you',
  404: 'not found, or not yours to see',
  409: 'not possible as things stand',
  422: 'something to correct',
  429: 'too many attempts',
};

/** A refusal of the API: the code and its kind in English, then the API's own words, which are Italian. */
function refusalInWords(status: number, problem: Record<string, unknown>): string {
  const fields = (problem['fields'] ?? []) as { path: string; message: string }[];
  const kind = MEANINGS[status] ?? (status >= 500 ? 'the service failed' : 'the request is wrong');
  return [
    `refused (${String(problem['code'])}), ${kind}: ${String(problem['detail'])}`,
    ...fields.map(({ path, message }) => `  ${path}: ${message}`),
  ].join('\n');
}
