import type { ExecutionContext } from '@nestjs/common';
import { type RouteName, ROUTES } from '#contracts/routes.js';
import type { RouteForm } from '#contracts/routes/route.js';

/** Key of the metadata that says which route a handler answers. */
export const ROUTE = 'capofila:route';

/** The route that a request asks. */
export function routeAsked(context: ExecutionContext): RouteForm {
  const route = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteName;
  return ROUTES[route];
}

/** Whether anybody may ask it, signed in or not. */
export function isOpen({ security }: RouteForm): boolean {
  return security === 'none' || security === 'link';
}
