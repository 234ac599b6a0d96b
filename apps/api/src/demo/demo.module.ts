import { Module } from '@nestjs/common';
import { DemoPeople } from '#use-cases/demo/demo-people.js';
import { OpenSession } from '#use-cases/identity/open-session.js';
import { ReadDemoMails } from '#use-cases/demo/read-mails.js';
import { DemoController } from './demo.controller.js';

/** Whether a route is one of those that a demo alone has. */
export const isOfDemo = (address: string): boolean => / \/demo\b/.test(address);

/** Loaded in demos and tests only: in production none of these addresses exists. */
@Module({ controllers: [DemoController], providers: [DemoPeople, OpenSession, ReadDemoMails] })
export class DemoModule {}
