import { readFileSync } from 'node:fs';
import { callDefinitionJsonSchema, callDefinitionSchema } from './call-definition.js';

test('the published JSON Schema is the one of the code', () => {
  const published: unknown = JSON.parse(readFileSync('data/call-definition.schema.json', 'utf8'));
  // Stale? npm run -s capofila -- definition schema > data/call-definition.schema.json
  expect(published).toEqual(callDefinitionJsonSchema());
});

test('an unknown field is refused, so that a slip of the pen is not ignored', () => {
  const send = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));
  expect(callDefinitionSchema.safeParse(send).success).toBe(true);
  const slip = structuredClone(send);
  slip.stages[0].exit = [];
  expect(callDefinitionSchema.safeParse(slip).success).toBe(false);
});
