import { HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { type Answer, type IsByHand, type IsTagged, type RouteName, ROUTES } from '#contracts/routes.js';
import { type RouteForm, statusOf } from '#contracts/routes/route.js';
import type { Asked } from './ask.js';
import { ROUTE } from './route-asked.js';

/** What a handler gives back: the answer of its route, or nothing where it says 304 or writes the answer by itself. */
type Given<R extends RouteName> =
  IsByHand<R> extends true ? void : Answer<R> | (IsTagged<R> extends true ? undefined : never);

/** A method of a controller that answers a route: what was asked comes first. */
// oxlint-disable-next-line typescript/no-explicit-any
type Handler<R extends RouteName> = (asked: Asked<R>, ...more: any[]) => Given<R> | Promise<Given<R>>;

/** Marks the method that answers a route; its path, its status and who is heard come from the table. */
export function Answers<R extends RouteName>(route: R) {
  const form: RouteForm = ROUTES[route];
  const [method, path] = route.split(' ') as [keyof typeof RequestMethod, string];
  const marks = [
    SetMetadata(ROUTE, route),
    RequestMapping({ method: RequestMethod[method], path }),
    HttpCode(statusOf(form)),
  ];
  return <H extends Handler<R>>(
    target: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    for (const mark of marks) mark(target, name, descriptor);
  };
}
