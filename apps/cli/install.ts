import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { RandomSecrets } from '#identity/random-secrets.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { INVITATION_DAYS } from '#use-cases/identity/invite.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { BadUse } from './output.js';
import { keepShippedCalls } from './shipped-calls.js';

export interface Installed {
  bodies: number;
  definitions: string[];
  /** Secret with which the head of office sets a password; absent when somebody can sign in already. */
  invitation?: string;
  /** ISO 8601 in UTC. */
  expiresAt?: string;
  words: string[];
}

/** First start of a real installation; again, it brings the registry up to date and invites nobody who can sign in. */
export async function install(
  ownerUrl: string,
  from: { registry: string; name: string; email: string },
): Promise<Installed> {
  const email = z.email().safeParse(from.email.trim().toLowerCase());
  if (!email.success) throw new BadUse(`"${from.email}" is no e-mail address`);
  const text = await readFile(from.registry, 'utf8').catch(() => {
    throw new BadUse(`there is no file ${from.registry}`);
  });
  const owner = await openDataSource({ url: ownerUrl });
  try {
    const store = new PostgresRegistryStore(owner);
    const { union, bodies } = await new LoadRegistry(store, new Argon2Passwords()).run(JSON.parse(text));
    const definitions = await keepShippedCalls(owner);
    const { secret, hash } = new RandomSecrets().make();
    const head = { name: from.name.trim(), email: email.data };
    const expiresAt = await store.inviteFirst(union, head, { hash, days: INVITATION_DAYS });
    const loaded = `${bodies} bodies, call definitions: ${definitions.join(', ')}.`;
    if (expiresAt === undefined) {
      return { bodies, definitions, words: [loaded, 'A head of office can sign in: nobody was invited.'] };
    }
    const pages = process.env['CAPOFILA_PAGES_URL'] || undefined;
    const words = [
      loaded,
      `${head.name} sets a password until ${expiresAt.slice(0, 10)} with this invitation, shown once:`,
      pages === undefined
        ? `  POST /invitations/accept {"invitation": "${secret}", "password": "..."}`
        : `  ${pages.replace(/\/+$/, '')}/benvenuto#${secret}`,
    ];
    return { bodies, definitions, invitation: secret, expiresAt, words };
  } finally {
    await owner.destroy();
  }
}
