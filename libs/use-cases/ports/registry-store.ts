import type { DemoPeopleFile, RegistryFile } from '#contracts/registry-file.js';

export type { DemoPeopleFile, RegistryFile } from '#contracts/registry-file.js';

/** Where a registry is loaded into; everything may come again and then changes nothing. */
export abstract class RegistryStore {
  /**
   * Keeps a union with its bodies, residents and agreements, in one transaction. Names and patron days are brought up
   * to date; a part of an entry that people have corrected stays as they left it.
   * @returns id of the union.
   * @throws Error `UNIONE-01` where the database belongs to another union: until definitions, sender and addresses belong
   * to a union, each needs a database of its own.
   */
  abstract keepRegistry(registry: RegistryFile): Promise<string>;

  /**
   * Enters the first head of office, from today on, with an invitation, in one transaction.
   * @param invitation hash of its secret and days of its life.
   * @returns when the invitation ends, ISO 8601 in UTC; undefined when the union has a head of office who can sign in.
   */
  abstract inviteFirst(
    union: string,
    head: { name: string; email: string },
    invitation: { hash: string; days: number },
  ): Promise<string | undefined>;

  /**
   * Keeps accounts that do not exist yet, in one transaction; one that does is left as it is.
   * @param passwordHash made of the demo's password; the same for all.
   * @returns how many are new.
   * @throws Error when a membership names a body that the union does not have.
   */
  abstract keepPeople(union: string, people: DemoPeopleFile['people'], passwordHash: string): Promise<number>;
}
