import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityModule } from '../../../apps/api/src/identity/identity.module.js';
import { COOKIE_OPTIONS } from '../../../apps/api/src/identity/signed-in.guard.js';
import { RegistryModule } from '../../../apps/api/src/registry/registry.module.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { RandomSecrets } from '#identity/random-secrets.js';
import { PostgresAccounts } from '#persistence/people/accounts.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { PostgresRegistry } from '#persistence/registry/registry.js';
import { Accounts } from '#use-cases/ports/accounts.js';
import { Passwords } from '#use-cases/ports/passwords.js';
import { People } from '#use-cases/ports/people.js';
import { Registry } from '#use-cases/ports/registry.js';
import { Secrets } from '#use-cases/ports/secrets.js';
import type { PeopleFixture } from './people-fixture.js';

/** The identity part of the API alone, on the fixture's database; requests are injected, without a port. */
export async function startIdentityApi(fixture: PeopleFixture): Promise<NestFastifyApplication> {
  const ports = [
    { provide: Accounts, useValue: new PostgresAccounts(fixture.app) },
    { provide: People, useValue: new PostgresPeople(fixture.app) },
    { provide: Registry, useValue: new PostgresRegistry(fixture.app) },
    { provide: Passwords, useValue: new Argon2Passwords() },
    { provide: Secrets, useValue: new RandomSecrets() },
    { provide: COOKIE_OPTIONS, useValue: { secure: false } },
  ];
  @Global()
  @Module({ providers: ports, exports: ports.map((each) => each.provide) })
  class PortsModule {}
  @Module({ imports: [PortsModule, IdentityModule, RegistryModule] })
  class TestModule {}
  const app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), {
    logger: ['error'],
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
