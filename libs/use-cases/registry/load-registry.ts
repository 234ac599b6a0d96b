import { Injectable } from '@nestjs/common';
import { demoPeopleFile, registryFile } from '#contracts/registry-file.js';
import { isUnionRole } from '#domain/people/role.js';
import { Passwords } from '../ports/passwords.js';
import { RegistryStore } from '../ports/registry-store.js';

/** What a loading found and did. */
export interface LoadedRegistry {
  readonly union: string;
  readonly bodies: number;
  /** Accounts that are new. */
  readonly people: number;
}

/** Loads a union with its bodies and, in a demo, its invented people. A second run changes nothing. */
@Injectable()
export class LoadRegistry {
  constructor(
    private readonly store: RegistryStore,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param registry content of a registry file (`data/registry/lagonegrese.json`), not yet checked.
   * @param demoPeople content of a file of invented people; absent outside a demo.
   * @throws Error that names the place when a file is not as its contract says; then nothing was loaded.
   */
  async run(registry: unknown, demoPeople?: unknown): Promise<LoadedRegistry> {
    const file = registryFile.parse(registry);
    const demo = demoPeople === undefined ? undefined : demoPeopleFile.parse(demoPeople);
    const kinds = new Map(file.bodies.map((body) => [body.ipa, body.kind]));
    for (const person of demo?.people ?? []) {
      for (const { body, role } of person.memberships) {
        if (!kinds.has(body)) throw new Error(`${person.email}: there is no body ${body}`);
        if (isUnionRole(role) !== (kinds.get(body) === 'union')) {
          throw new Error(`${person.email}: nobody can be ${role} in ${body}`);
        }
      }
    }
    const union = await this.store.keepRegistry(file);
    const people =
      demo === undefined
        ? 0
        : await this.store.keepPeople(union, demo.people, await this.passwords.hash(demo.password));
    return { union, bodies: file.bodies.length, people };
  }
}
