import type { z } from 'zod';
import type { RefusalCode } from '#domain/refusal/refusals.js';

/** Method and path, as the API's router writes them: "GET /applications/:application". */
export type Address = `${'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** A request or an answer that is no JSON. */
export interface Media {
  readonly media: string;
}

/** All that the two sides of a route must agree about. */
export interface RouteForm {
  /** Name of the operation in the API's description. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /**
   * Who is heard: who is signed in, by cookie or by API token, where nothing is said; `session`: no token is enough;
   * `link`: the address carries its own right; `none`: anybody.
   */
  readonly security?: 'session' | 'link' | 'none';
  /** Of the address; a part that is not here is any text. */
  readonly params?: Readonly<Record<string, z.ZodType>>;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType | Media;
  /** Heard once under its `Idempotency-Key`: a repeat gets the first answer again. */
  readonly once?: true;
  /** What `If-Match` says: the numbers of a page, or the version of what is written over. */
  readonly seen?: 'page' | 'version';
  /** Its handler writes the answer by itself, by a protocol of its own: tus, events. */
  readonly byHand?: true;
  /** Has an `ETag`; who has the page already gets 304. */
  readonly tagged?: true;
  /** Nothing is answered where there is none. */
  readonly answer?: z.ZodType | Media;
  /** 200, or 204 where nothing is answered, unless it says otherwise. */
  readonly status?: 201 | 202;
  /** With which codes it may be refused, beside those of `everyRefusal`. */
  readonly problems?: readonly RefusalCode[];
}

export function isMedia(form: z.ZodType | Media | undefined): form is Media {
  return form !== undefined && 'media' in form;
}

export function statusOf({ status, answer, byHand }: RouteForm): number {
  return status ?? (answer === undefined && byHand !== true ? 204 : 200);
}

/** Every code with which a route may be refused: its own, and those that follow from its form. */
export function everyRefusal(address: string, form: RouteForm): RefusalCode[] {
  const { security, params, query, body, once, seen, problems = [] } = form;
  const isCommand = !address.startsWith('GET ') && !address.startsWith('HEAD ');
  const codes: readonly (readonly [boolean, readonly RefusalCode[]])[] = [
    [true, ['API-01', 'API-05', 'API-414', 'SYS-01', 'SYS-02', ...problems]],
    [security === undefined || security === 'session', ['ACC-03']],
    [security === 'session', ['ACC-09']],
    [isCommand && security !== 'link', ['ACC-10']],
    [params !== undefined || query !== undefined || (body !== undefined && !isMedia(body)), ['API-03']],
    [isCommand, ['API-413', 'API-415', 'SYS-03']],
    [once === true, ['API-02', 'API-04']],
    [seen !== undefined, ['API-06']],
  ];
  return [...new Set(codes.flatMap(([holds, each]) => (holds ? each : [])))].toSorted();
}
