import { Body, Controller, Get, Header, HttpCode, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  type MailPreferences,
  mailPreferencesRequest,
  type MeAnswer,
  ownPhoneRequest,
  type OwnPhoneRequest,
  passwordRequest,
  type PasswordRequest,
} from '#contracts/identity.js';
import { unionStanding } from '#domain/access/standing.js';
import { roleInWords } from '#domain/people/role-words.js';
import { ChangePassword } from '#use-cases/identity/change-password.js';
import { People } from '#use-cases/ports/people.js';
import { type SignedIn, Who } from './signed-in.js';

@ApiTags('identity')
@Controller('me')
export class MeController {
  constructor(
    private readonly people: People,
    private readonly changePassword: ChangePassword,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'me', summary: 'Chi sono, quali incarichi ho oggi, come mi scrivete.' })
  async me(@Who() { profile }: SignedIn): Promise<MeAnswer> {
    return {
      person: profile.person,
      name: profile.name,
      email: profile.email,
      union: profile.union,
      unionBody: profile.unionBody,
      mandates: profile.mandates.map((each) => ({ ...each, roleInWords: roleInWords(each.role) })),
      may: unionStanding(profile.mandates, profile.unionBody),
      ...(await this.people.ownPage(profile.person)),
    };
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'changePassword',
    summary:
      'Cambia la mia password: gli altri dispositivi, le chiavi e l’indirizzo del calendario non aprono più.',
  })
  async password(
    @Who() who: SignedIn,
    @Body({ schema: passwordRequest }) { current, password }: PasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.changePassword.run(
      {
        person: who.profile.person,
        address: request.ip,
        ...(who.session === undefined ? {} : { session: who.session }),
      },
      { password, ...(current === undefined ? {} : { current }) },
    );
  }

  @Put('phone')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setOwnPhone', summary: 'Corregge il mio telefono.' })
  async phone(
    @Who() { profile }: SignedIn,
    @Body({ schema: ownPhoneRequest }) { phone }: OwnPhoneRequest,
  ): Promise<void> {
    await this.people.setOwnPhone(profile.person, phone);
  }

  @Put('mail-preferences')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'setMailPreferences',
    summary: 'Sceglie quali e-mail non obbligatorie ricevo.',
  })
  async preferences(
    @Who() { profile }: SignedIn,
    @Body({ schema: mailPreferencesRequest }) body: MailPreferences,
  ): Promise<void> {
    await this.people.setMailPreferences(profile.person, body);
  }
}
