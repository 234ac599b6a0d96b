import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { can } from '#domain/access/can.js';
import { demand, unseen } from '#use-cases/identity/demand.js';
import { type RegisteredUnion, Registry } from '#use-cases/ports/registry.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('registry')
@Controller('registry')
export class RegistryController {
  constructor(private readonly registry: Registry) {}

  @Get()
  @ApiOperation({ operationId: 'registry', summary: 'L’Unione e i suoi enti, con abitanti e convenzioni.' })
  async read(@Who() { actor }: SignedIn): Promise<RegisteredUnion> {
    demand(can(actor, 'readRegistry', { union: actor.union, bodies: [] }));
    const union = await this.registry.unionOf(actor.person);
    if (union === undefined) throw unseen();
    return union;
  }
}
