import type { ActingFor } from '#domain/access/can.js';

/** In whose name a command was given, from its body. */
export function actingIn(body: { actingBody: string; onBehalfOf?: string | undefined }): ActingFor {
  return body.onBehalfOf === undefined
    ? { actingBody: body.actingBody }
    : { actingBody: body.actingBody, onBehalfOf: body.onBehalfOf };
}
