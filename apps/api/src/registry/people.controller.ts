import { Controller } from '@nestjs/common';
import type { PeopleAnswer, PersonAnswer } from '#contracts/identity.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { CloseAccount } from '#use-cases/identity/close-account.js';
import { CorrectPerson } from '#use-cases/identity/correct-person.js';
import { Pseudonymise } from '#use-cases/identity/pseudonymise.js';
import { ReadPeople } from '#use-cases/identity/read-people.js';
import { UnlockSignIn } from '#use-cases/identity/unlock-sign-in.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly readPeople: ReadPeople,
    private readonly correctPerson: CorrectPerson,
    private readonly closeAccount: CloseAccount,
    private readonly unlockSignIn: UnlockSignIn,
    private readonly pseudonymise: Pseudonymise,
  ) {}

  @Answers('GET /people')
  list(@Ask() { actor }: Asked<'GET /people'>): Promise<PeopleAnswer> {
    return this.readPeople.list(actor);
  }

  @Answers('GET /people/:id')
  read(@Ask() { actor, params }: Asked<'GET /people/:id'>): Promise<PersonAnswer> {
    return this.readPeople.find(actor, params.id);
  }

  @Answers('PUT /people/:id')
  async correct(@Ask() { actor, profile, params, body, seen }: Asked<'PUT /people/:id'>): Promise<void> {
    const { name, email, phone } = body;
    const right = { name, email, phone };
    await this.correctPerson.run(actor, actingIn(body), profile.name, params.id, right, seen);
  }

  @Answers('POST /people/:id/deactivation')
  async close(@Ask() { actor, params, body }: Asked<'POST /people/:id/deactivation'>): Promise<void> {
    await this.closeAccount.close(actor, body, params.id);
  }

  @Answers('POST /people/:id/reactivation')
  async reopen(@Ask() { actor, params, body }: Asked<'POST /people/:id/reactivation'>): Promise<void> {
    await this.closeAccount.reopen(actor, body, params.id);
  }

  @Answers('POST /people/:id/unlocking')
  async unlock(@Ask() { actor, params, body }: Asked<'POST /people/:id/unlocking'>): Promise<void> {
    await this.unlockSignIn.run(actor, body, params.id);
  }

  @Answers('POST /people/:id/pseudonymisation')
  async erase(@Ask() { actor, params, body }: Asked<'POST /people/:id/pseudonymisation'>): Promise<void> {
    await this.pseudonymise.run(actor, { actingBody: body.actingBody }, params.id);
  }
}
