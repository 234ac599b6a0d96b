import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { ChangeMandate } from '#use-cases/identity/change-mandate.js';
import { CloseAccount } from '#use-cases/identity/close-account.js';
import { CorrectPerson } from '#use-cases/identity/correct-person.js';
import { ReadPeople } from '#use-cases/identity/read-people.js';
import { SetAvailability } from '#use-cases/identity/set-availability.js';
import { CorrectRegistry } from '#use-cases/registry/correct-registry.js';
import { ReadRegistry } from '#use-cases/registry/read-registry.js';
import { MandatesController } from './mandates.controller.js';
import { UnlockSignIn } from '#use-cases/identity/unlock-sign-in.js';
import { PeopleController } from './people.controller.js';
import { RegistryController } from './registry.controller.js';

/** The union, its bodies and its people. The ports `Registry` and `People` come from a global module. */
@Module({
  imports: [IdentityModule],
  controllers: [RegistryController, PeopleController, MandatesController],
  providers: [
    ChangeMandate,
    CloseAccount,
    CorrectPerson,
    CorrectRegistry,
    ReadPeople,
    ReadRegistry,
    SetAvailability,
    UnlockSignIn,
  ],
})
export class RegistryModule {}
