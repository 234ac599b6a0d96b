import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MeAnswer } from '#contracts/identity.js';
import { unionStanding } from '#domain/access/standing.js';
import { roleInWords } from '#domain/people/role-words.js';
import { ChangePassword } from '#use-cases/identity/change-password.js';
import { People } from '#use-cases/ports/people.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class MeController {
  constructor(
    private readonly people: People,
    private readonly changePassword: ChangePassword,
  ) {}

  @Answers('GET /me')
  async me(@Ask() { profile }: Asked<'GET /me'>): Promise<MeAnswer> {
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

  @Answers('PUT /me/password')
  async password(
    @Ask() { profile, session, body }: Asked<'PUT /me/password'>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { current, password } = body;
    await this.changePassword.run(
      { person: profile.person, session, address: request.ip },
      { password, ...(current === undefined ? {} : { current }) },
    );
  }

  @Answers('PUT /me/phone')
  async phone(@Ask() { profile, body }: Asked<'PUT /me/phone'>): Promise<void> {
    await this.people.setOwnPhone(profile.person, body.phone);
  }

  @Answers('PUT /me/mail-preferences')
  async preferences(@Ask() { profile, body }: Asked<'PUT /me/mail-preferences'>): Promise<void> {
    await this.people.setMailPreferences(profile.person, body);
  }
}
