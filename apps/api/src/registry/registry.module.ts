import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { PeopleController } from './people.controller.js';
import { RegistryController } from './registry.controller.js';

/** The union, its bodies and its people. The ports `Registry` and `People` come from a global module. */
@Module({ imports: [IdentityModule], controllers: [RegistryController, PeopleController] })
export class RegistryModule {}
