import type { MigrationInterface } from 'typeorm';
import { Registry1767225600101 } from './0001-registry.js';
import { People1767225600102 } from './0002-people.js';
import { SignIn1767225600103 } from './0003-sign-in.js';
import { StreamsAndFacts1767225600104 } from './0004-streams-and-facts.js';
import { Post1767225600105 } from './0005-post.js';
import { Erasure1767225600106 } from './0006-erasure.js';
import { SightAndBells1767225600107 } from './0007-sight-and-bells.js';
import { PostPeople1767225600108 } from './0008-post-people.js';
import { Editions1767225600109 } from './0009-editions.js';
import { AskedOfABody1767225600110 } from './0010-asked-of-a-body.js';
import { PeopleOfFewBodies1767225600111 } from './0011-people-of-few-bodies.js';
import { WhoseKind1767225600112 } from './0012-whose-kind.js';
import { BegunMails1767225600113 } from './0013-begun-mails.js';
import { MailOutage1767225600114 } from './0014-mail-outage.js';
import { Strangers1767225600115 } from './0015-strangers.js';
import { LiveBeside1767225600116 } from './0016-live-beside.js';
import { StoredFiles1767225600117 } from './0017-stored-files.js';

/**
 * All migrations, oldest first. None is ever changed or folded again (docs/adr/0015): a change is a new one at the end,
 * and what it changes shows in test/integration/schema/catalogue.txt.
 */
export const migrations: readonly (new () => MigrationInterface)[] = [
  Registry1767225600101,
  People1767225600102,
  SignIn1767225600103,
  StreamsAndFacts1767225600104,
  Post1767225600105,
  Erasure1767225600106,
  SightAndBells1767225600107,
  PostPeople1767225600108,
  Editions1767225600109,
  AskedOfABody1767225600110,
  PeopleOfFewBodies1767225600111,
  WhoseKind1767225600112,
  BegunMails1767225600113,
  MailOutage1767225600114,
  Strangers1767225600115,
  LiveBeside1767225600116,
  StoredFiles1767225600117,
];
