import { callDefinitionSchema } from '#contracts/call-definition.js';
import { askedInVain } from '#domain/application/may/asked-in-vain.js';
import { checkDefinition } from '#domain/call/check-definition.js';
import type { DefinitionFault } from '#domain/call/definition-faults.js';
import type { CallDefinition } from '#domain/call/definition.js';

export type ReadDefinition =
  { ok: true; definition: CallDefinition } | { ok: false; faults: DefinitionFault[] };

/** Reads a definition from JSON: its form first, then the proofs that every stage ends, every term starts and everybody may do what is asked. */
export function readDefinition(json: unknown): ReadDefinition {
  const parsed = callDefinitionSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue): DefinitionFault => ({
      code: 'DEF-00',
      at: issue.path.join('.') || 'definition',
      message: issue.message,
    }));
    return { ok: false, faults };
  }
  const { $schema: _schema, ...definition } = parsed.data;
  const faults = [...checkDefinition(definition), ...askedInVain(definition)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definition };
}
