import { Module } from '@nestjs/common';
import { DemoPeople } from '#use-cases/demo/demo-people.js';
import { ReadDemoMails } from '#use-cases/demo/read-mails.js';
import { DemoController } from './demo.controller.js';

/** Loaded in demos and tests only: in production none of these addresses exists. */
@Module({ controllers: [DemoController], providers: [DemoPeople, ReadDemoMails] })
export class DemoModule {}
