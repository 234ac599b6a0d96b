import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityModule } from '../../../apps/api/src/identity/identity.module.js';
import { COOKIE_OPTIONS } from '../../../apps/api/src/identity/signed-in.guard.js';
import { RegistryModule } from '../../../apps/api/src/registry/registry.module.js';
import { mailSettings, senderOf } from '#configuration/mail-settings.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { RandomSecrets } from '#identity/random-secrets.js';
import { MailAccountPost } from '#notifications/account-post.js';
import { NotificationsModule } from '#notifications/notifications.module.js';
import { PostgresClock } from '#persistence/clock.js';
import { PostgresAccounts } from '#persistence/people/accounts.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { PostgresRegistry } from '#persistence/registry/registry.js';
import { Clock } from '#use-cases/clock.js';
import { AccountPost } from '#use-cases/ports/account-post.js';
import { Accounts } from '#use-cases/ports/accounts.js';
import { Mailer } from '#use-cases/ports/mailer.js';
import { Passwords } from '#use-cases/ports/passwords.js';
import { People } from '#use-cases/ports/people.js';
import { Registry } from '#use-cases/ports/registry.js';
import { Secrets } from '#use-cases/ports/secrets.js';
import { Office } from '#use-cases/ports/sender.js';
import type { PeopleFixture } from './people-fixture.js';

/** Where its mails go: by default nobody listens there. */
interface Post {
  smtpUrl: string;
  pagesUrl?: string;
  /** Milliseconds before each further try. */
  waitsMs?: number[];
}

/** The identity part of the API alone, on the fixture's database; requests are injected, without a port. */
export async function startIdentityApi(
  fixture: PeopleFixture,
  { smtpUrl, pagesUrl, waitsMs = [] }: Post = { smtpUrl: 'smtp://127.0.0.1:1' },
): Promise<NestFastifyApplication> {
  const settings = mailSettings.parse({ smtpUrl, pagesUrl, mailFrom: 'capofila@unione.example' });
  const ports = [
    { provide: Office, useValue: senderOf(settings).office },
    {
      provide: AccountPost,
      useFactory: (mailer: Mailer) =>
        new MailAccountPost(mailer, senderOf(settings), () => undefined, waitsMs),
      inject: [Mailer],
    },
    { provide: Accounts, useValue: new PostgresAccounts(fixture.app) },
    { provide: People, useValue: new PostgresPeople(fixture.app) },
    { provide: Registry, useValue: new PostgresRegistry(fixture.app) },
    { provide: Passwords, useValue: new Argon2Passwords() },
    { provide: Clock, useValue: new PostgresClock(fixture.app, true) },
    { provide: Secrets, useValue: new RandomSecrets() },
    { provide: COOKIE_OPTIONS, useValue: { secure: false } },
  ];
  @Global()
  @Module({
    imports: [NotificationsModule.forRoot({ url: smtpUrl })],
    providers: ports,
    exports: ports.map((each) => each.provide),
  })
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

/** One request and what it says of itself. */
export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  body?: unknown;
  cookie?: string;
  token?: string;
  /** Network address of the client. */
  address?: string;
  headers?: Record<string, string>;
}

/** Asks an API as a program does; `cookie` of the answer is what a browser sends back, `setCookie` what it was told. */
export async function ask(app: NestFastifyApplication, asked: Call) {
  const { method = 'GET', url, body, cookie, token, address, headers } = asked;
  const answer = await app.inject({
    method,
    url,
    ...(body === undefined ? {} : { payload: body as object }),
    ...(address === undefined ? {} : { remoteAddress: address }),
    headers: {
      ...headers,
      ...(cookie === undefined ? {} : { cookie }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const json = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>);
  const setCookie = String(answer.headers['set-cookie'] ?? '');
  return { status: answer.statusCode, json, setCookie, cookie: setCookie.split(';')[0] ?? '' };
}
