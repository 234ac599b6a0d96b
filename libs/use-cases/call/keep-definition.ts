import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#domain/access/can.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { apart } from '#domain/call/kind-and-edition.js';
import { accepted } from '../application/accepted.js';
import { demand } from '../identity/demand.js';
import type { Acting } from '../ports/acting.js';
import { canonicalHash } from '../ports/canonical-hash.js';
import { Definitions } from '../ports/definitions.js';
import type { Outcome } from '../ports/once.js';
import { Refusal } from '../refusal.js';
import { inItalian } from '../../domain/call/definition-faults.js';
import { readDefinition } from './load-definition.js';

/** Loads a call definition that an office wrote: a new kind of call without a programmer. */
@Injectable()
export class KeepDefinition {
  constructor(private readonly definitions: Definitions) {}

  /** @throws Refusal `DEF-00` with each fault and its place; `DEF-20` for a version that exists with other content, `DEF-26` for an id of others. */
  async run(actor: Actor, actingBody: string, json: unknown): Promise<{ id: string; version: number }> {
    demand(can(actor, 'launchCall', { union: actor.union, bodies: [] }, { actingBody }));
    const read = readDefinition(json);
    if (!read.ok) {
      const fields = read.faults.map((fault) => ({
        path: fault.at,
        message: `${fault.code}: ${inItalian(fault)}`,
      }));
      throw new Refusal(
        'DEF-00',
        'Il modello di avviso ha degli errori: correggi i punti indicati e ricaricalo.',
        { fields },
      );
    }
    const by = { as: 'person' as const, person: actor.person };
    return accepted(await keepDefinition(this.definitions, by, read.definition));
  }
}

/** Keeps a whole definition as its kind and its first edition. The same again is welcome; other content is `DEF-20`, an id of others `DEF-26`. */
export async function keepDefinition(
  definitions: Definitions,
  acting: Acting,
  definition: CallDefinition,
): Promise<Outcome<{ id: string; version: number }>> {
  const { id, version } = definition;
  const sha256 = canonicalHash(definition);
  const kept = await definitions.find(acting, { id, version });
  if (kept !== undefined && kept.edition.sha256 !== sha256) {
    const detail = `La versione ${version} di «${id}» esiste già con un altro contenuto: aumenta il numero di versione.`;
    return { ok: false, refused: { code: 'DEF-20', detail } };
  }
  if (kept === undefined && (await definitions.isOfOthers(acting, id))) {
    const detail = `«${id}» è già il nome di un modello che non è del tuo ente: dai al tuo un altro "id".`;
    return { ok: false, refused: { code: 'DEF-26', detail } };
  }
  const { kind, edition } = apart(definition);
  if (kept === undefined) await definitions.keep(acting, kind, edition, sha256);
  return { ok: true, value: { id, version } };
}
