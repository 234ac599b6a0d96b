import type { DemoPeopleFile, RegistryFile } from '#contracts/registry-file.js';

export type { DemoPeopleFile, RegistryFile } from '#contracts/registry-file.js';

/** Where a registry is loaded into; everything may come again and then changes nothing. */
export abstract class RegistryStore {
  /**
   * Keeps a union with its bodies, residents and agreements, in one transaction. Names and patron days are brought up
   * to date; what people entered themselves (closed weeks, further counts) stays.
   * @returns id of the union.
   */
  abstract keepRegistry(registry: RegistryFile): Promise<string>;

  /**
   * Keeps accounts that do not exist yet, in one transaction; one that does is left as it is.
   * @param passwordHash made of the demo's password; the same for all.
   * @returns how many are new.
   * @throws Error when a membership names a body that the union does not have.
   */
  abstract keepPeople(union: string, people: DemoPeopleFile['people'], passwordHash: string): Promise<number>;
}
