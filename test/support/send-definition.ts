import { readFileSync } from 'node:fs';
import type { CallDefinition } from '#domain/call/definition.js';
import { readDefinition } from '#use-cases/call/load-definition.js';

/** The shipped definition of 1.4.5 SEND, loaded as the product loads it. */
export function sendDefinition(): CallDefinition {
  const read = readDefinition(JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.definition;
}
