import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accountRequest,
  type AccountRequest,
  correctPersonRequest,
  type CorrectPersonRequest,
  idParameter,
  type PeopleAnswer,
  type PersonAnswer,
  pseudonymiseRequest,
  type PseudonymiseRequest,
} from '#contracts/identity.js';
import { can } from '#domain/access/can.js';
import { CloseAccount } from '#use-cases/identity/close-account.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { correctableOf, CorrectPerson } from '#use-cases/identity/correct-person.js';
import { unseen } from '#use-cases/identity/demand.js';
import { Pseudonymise } from '#use-cases/identity/pseudonymise.js';
import { type ListedPerson, People } from '#use-cases/ports/people.js';
import { VersionSeen } from '../entity-tag.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('registry')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly pseudonymise: Pseudonymise,
    private readonly closeAccount: CloseAccount,
    private readonly correctPerson: CorrectPerson,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'people', summary: 'Persone e incarichi degli enti che posso vedere.' })
  async list(@Who() who: SignedIn): Promise<PeopleAnswer> {
    const people = await this.people.list(who.actor.person);
    return { people: people.map((person) => shownTo(who, person)).filter((each) => each !== undefined) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'person', summary: 'Una persona e i suoi incarichi.' })
  async read(@Who() who: SignedIn, @Param('id', { schema: idParameter }) id: string): Promise<PersonAnswer> {
    const person = await this.people.find(who.actor.person, id);
    const shown = person === undefined ? undefined : shownTo(who, person);
    if (shown === undefined) throw unseen();
    return shown;
  }

  @Put(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'correctPerson', summary: 'Corregge nome e recapiti di una persona.' })
  async correct(
    @Who() { actor, profile }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: correctPersonRequest }) body: CorrectPersonRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    const { name, email, phone } = body;
    await this.correctPerson.run(actor, actingIn(body), profile.name, id, { name, email, phone }, seen);
  }

  @Post(':id/deactivation')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'closeAccount',
    summary: 'Chiude un’utenza: password, dispositivi, chiavi e inviti non aprono più.',
  })
  async close(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: accountRequest }) body: AccountRequest,
  ): Promise<void> {
    await this.closeAccount.close(actor, body, id);
  }

  @Post(':id/reactivation')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'reopenAccount',
    summary: 'Riapre un’utenza; la persona va invitata di nuovo.',
  })
  async reopen(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: accountRequest }) body: AccountRequest,
  ): Promise<void> {
    await this.closeAccount.reopen(actor, body, id);
  }

  @Post(':id/pseudonymisation')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'pseudonymise',
    summary: 'Cancella nome e recapiti di una persona; i fatti registrati restano.',
  })
  async erase(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: pseudonymiseRequest }) body: PseudonymiseRequest,
  ): Promise<void> {
    await this.pseudonymise.run(actor, { actingBody: body.actingBody }, id);
  }
}

/**
 * One's own page, and the people of bodies one may read. The office's people, whom everybody must be able to call, are
 * shown with name, telephone and roles only.
 */
function shownTo({ actor }: SignedIn, person: ListedPerson): PersonAnswer | undefined {
  const bodies = person.memberships.map((each) => each.body);
  const shown = { ...person, correctable: correctableOf(actor, person) };
  if (person.id === actor.person) return shown;
  if (can(actor, 'readPeople', { union: actor.union, bodies }).allowed) return shown;
  if (!bodies.includes(actor.unionBody) || actor.memberships.length === 0) return undefined;
  return { ...shown, absences: [], capabilities: [], access: null };
}
