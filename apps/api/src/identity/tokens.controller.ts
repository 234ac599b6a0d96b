import { Controller } from '@nestjs/common';
import type { TokenAnswer, TokenList } from '#contracts/identity.js';
import { CreateToken } from '#use-cases/identity/create-token.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class TokensController {
  constructor(private readonly createToken: CreateToken) {}

  @Answers('POST /tokens')
  async create(@Ask() { profile, body }: Asked<'POST /tokens'>): Promise<TokenAnswer> {
    const { id, secret, expiresAt } = await this.createToken.run(profile.person, body.label, body.days);
    return { id, token: secret, expiresAt };
  }

  @Answers('GET /tokens')
  async list(@Ask() { profile }: Asked<'GET /tokens'>): Promise<TokenList> {
    return { tokens: await this.createToken.list(profile.person) };
  }

  @Answers('DELETE /tokens/:id')
  async revoke(@Ask() { profile, params }: Asked<'DELETE /tokens/:id'>): Promise<void> {
    await this.createToken.revoke(profile.person, params.id);
  }
}
