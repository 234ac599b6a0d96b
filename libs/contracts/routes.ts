import type { z } from 'zod';
import { applications } from './routes/applications.js';
import { calendar } from './routes/calendar.js';
import { calls } from './routes/calls.js';
import { demo } from './routes/demo.js';
import { desk } from './routes/desk.js';
import { documents } from './routes/documents.js';
import { history } from './routes/history.js';
import { identity } from './routes/identity.js';
import { messages } from './routes/messages.js';
import { notedCalls } from './routes/noted-calls.js';
import { office } from './routes/office.js';
import { people } from './routes/people.js';
import { registry } from './routes/registry.js';
import { reminders } from './routes/reminders.js';
import type { Address, Media, RouteForm } from './routes/route.js';

/**
 * Every route of the API, by its method and path: the one place where the two sides of the wire agree. Controllers take
 * their path, their checks and the type of their answer from here (`@Answers`), pages what they ask and get (`ask`), and
 * the description at `/openapi.json` is made of it.
 */
export const ROUTES = {
  ...applications,
  ...documents,
  ...calls,
  ...notedCalls,
  ...desk,
  ...history,
  ...messages,
  ...identity,
  ...people,
  ...registry,
  ...calendar,
  ...office,
  ...reminders,
  ...demo,
} satisfies Readonly<Record<Address, RouteForm>>;

export type RouteName = keyof typeof ROUTES;
export type FormOf<R extends RouteName> = (typeof ROUTES)[R];

type Part<R extends RouteName, P extends keyof RouteForm> =
  FormOf<R> extends Record<P, infer V> ? V : undefined;

/** What a route answers: the type of its schema; of what is no JSON, nothing is known here. */
export type Answer<R extends RouteName> =
  Part<R, 'answer'> extends infer A
    ? A extends z.ZodType
      ? z.output<A>
      : A extends Media
        ? unknown
        : void
    : never;

/** What a route takes, as it is sent (`Sent`) and as the API has read it (`Read`). */
export type Sent<R extends RouteName, P extends 'body' | 'query'> =
  Part<R, P> extends z.ZodType ? z.input<Part<R, P>> : undefined;
export type Read<R extends RouteName, P extends 'body' | 'query'> =
  Part<R, P> extends z.ZodType ? z.output<Part<R, P>> : undefined;

type NamesIn<A extends string> = A extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : A extends `${string}/:${infer Name}`
    ? Name
    : never;

export type ParamName<R extends RouteName> = NamesIn<R>;
/** The parts of its address, as the API has read them. */
export type Params<R extends RouteName> = {
  readonly [N in ParamName<R>]: Part<R, 'params'> extends Record<N, z.ZodType>
    ? z.output<Part<R, 'params'>[N]>
    : string;
};

export type Security<R extends RouteName> = Part<R, 'security'>;
export type IsOnce<R extends RouteName> = Part<R, 'once'>;
export type SeenBy<R extends RouteName> = Part<R, 'seen'>;
export type IsByHand<R extends RouteName> = Part<R, 'byHand'>;
export type IsTagged<R extends RouteName> = Part<R, 'tagged'>;
