import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { idParameter, type TokenAnswer, tokenRequest, type TokenRequest } from '#contracts/identity.js';
import { CreateToken } from '#use-cases/identity/create-token.js';
import type { ListedToken } from '#use-cases/ports/accounts.js';
import { Refusal } from '#use-cases/refusal.js';
import { type SignedIn, Who } from './signed-in.js';

@ApiTags('identity')
@Controller('tokens')
export class TokensController {
  constructor(private readonly createToken: CreateToken) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'createToken',
    summary: 'Crea una chiave con cui un programma agisce a nome mio.',
  })
  async create(
    @Who() who: SignedIn,
    @Body({ schema: tokenRequest }) body: TokenRequest,
  ): Promise<TokenAnswer> {
    // A token that leaked must not be able to outlive itself.
    if (who.session === undefined) {
      throw new Refusal(
        'ACC-09',
        'Una chiave si crea solo dopo aver fatto accesso con la password: accedi e riprova.',
      );
    }
    const { id, secret, expiresAt } = await this.createToken.run(who.profile.person, body.label, body.days);
    return { id, token: secret, expiresAt };
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'listTokens', summary: 'Le mie chiavi che aprono ancora, senza il segreto.' })
  async list(@Who() who: SignedIn): Promise<{ tokens: ListedToken[] }> {
    return { tokens: await this.createToken.list(who.profile.person) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeToken', summary: 'Ritira una chiave: da subito non apre più niente.' })
  async revoke(@Who() who: SignedIn, @Param('id', { schema: idParameter }) id: string): Promise<void> {
    await this.createToken.revoke(who.profile.person, id);
  }
}
