import type { MigrationInterface } from 'typeorm';
import { RegistryAndPeople1767225600000 } from './0001-registry-and-people.js';
import { SightOfPeople1767225600001 } from './0001-sight-of-people.js';
import { StreamsAndFacts1767225600002 } from './0002-streams-and-facts.js';
import { Pseudonymise1767225600003 } from './0003-pseudonymise.js';
import { CupUses1767225600004 } from './0004-cup-uses.js';
import { DemoNextMoment1767225600005 } from './0005-demo-next-moment.js';
import { SightOnceAQuery1767225600006 } from './0006-sight-once-a-query.js';
import { NarrowerRights1767225600007 } from './0007-narrower-rights.js';
import { AnswersSayWhat1767225600008 } from './0008-answers-say-what.js';
import { SignInByCode1767225600009 } from './0009-sign-in-by-code.js';
import { TellChanges1767225600010 } from './0010-tell-changes.js';
import { Desk1767225600011 } from './0011-desk.js';
import { PeopleOnceAQuery1767225600012 } from './0012-people-once-a-query.js';
import { CorrectRegistry1767225600013 } from './0013-correct-registry.js';
import { Calendars1767225600014 } from './0014-calendars.js';
import { ResendMail1767225600015 } from './0015-resend-mail.js';
import { VersionsOfPeople1767225600016 } from './0016-versions-of-people.js';
import { NotedCalls1767225600017 } from './0017-noted-calls.js';
import { LookAgain1767225600018 } from './0018-look-again.js';
import { CalendarEnds1767225600019 } from './0019-calendar-ends.js';
import { CorrectContacts1767225600020 } from './0020-correct-contacts.js';
import { HistoryInOrder1767225600021 } from './0021-history-in-order.js';

/** All migrations, oldest first. A released one never changes: a change is a new one at the end. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  RegistryAndPeople1767225600000,
  SightOfPeople1767225600001,
  StreamsAndFacts1767225600002,
  Pseudonymise1767225600003,
  CupUses1767225600004,
  DemoNextMoment1767225600005,
  SightOnceAQuery1767225600006,
  NarrowerRights1767225600007,
  AnswersSayWhat1767225600008,
  SignInByCode1767225600009,
  TellChanges1767225600010,
  Desk1767225600011,
  PeopleOnceAQuery1767225600012,
  CorrectRegistry1767225600013,
  Calendars1767225600014,
  ResendMail1767225600015,
  VersionsOfPeople1767225600016,
  NotedCalls1767225600017,
  LookAgain1767225600018,
  CalendarEnds1767225600019,
  CorrectContacts1767225600020,
  HistoryInOrder1767225600021,
];
