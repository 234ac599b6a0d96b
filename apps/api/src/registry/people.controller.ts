import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { idParameter, pseudonymiseRequest, type PseudonymiseRequest } from '#contracts/identity.js';
import { can } from '#domain/access/can.js';
import { unseen } from '#use-cases/identity/demand.js';
import { Pseudonymise } from '#use-cases/identity/pseudonymise.js';
import { type ListedPerson, People } from '#use-cases/ports/people.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('registry')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly pseudonymise: Pseudonymise,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'people', summary: 'Persone e incarichi degli enti che posso vedere.' })
  async list(@Who() who: SignedIn): Promise<{ people: ListedPerson[] }> {
    const people = await this.people.list(who.actor.person);
    return { people: people.filter((person) => mayRead(who, person)) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'person', summary: 'Una persona e i suoi incarichi.' })
  async read(@Who() who: SignedIn, @Param('id', { schema: idParameter }) id: string): Promise<ListedPerson> {
    const person = await this.people.find(who.actor.person, id);
    if (person === undefined || !mayRead(who, person)) throw unseen();
    return person;
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

/** One's own page, the office whom everybody must be able to call, and the people of bodies one may read. */
function mayRead({ actor }: SignedIn, person: ListedPerson): boolean {
  if (person.id === actor.person) return true;
  const bodies = person.memberships.map((each) => each.body);
  if (bodies.includes(actor.unionBody) && actor.memberships.length > 0) return true;
  return can(actor, 'readPeople', { union: actor.union, bodies }).allowed;
}
