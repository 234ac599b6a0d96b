import { Controller } from '@nestjs/common';
import { actingIn } from '#use-cases/identity/acting.js';
import { ChangeMandate } from '#use-cases/identity/change-mandate.js';
import { SetAvailability } from '#use-cases/identity/set-availability.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class MandatesController {
  constructor(
    private readonly changeMandate: ChangeMandate,
    private readonly setAvailability: SetAvailability,
  ) {}

  @Answers('POST /people/:id/memberships')
  async give(@Ask() { actor, params, body }: Asked<'POST /people/:id/memberships'>): Promise<void> {
    await this.changeMandate.give(actor, actingIn(body), params.id, {
      body: body.body,
      role: body.role,
      from: body.from,
      ...(body.to === undefined ? {} : { to: body.to }),
      ...(body.application === undefined ? {} : { application: body.application }),
      ...(body.replaces === undefined ? {} : { replaces: body.replaces }),
    });
  }

  @Answers('POST /people/:id/memberships/:membership/end')
  async end(
    @Ask() { actor, params, body, seen }: Asked<'POST /people/:id/memberships/:membership/end'>,
  ): Promise<void> {
    await this.changeMandate.end(actor, actingIn(body), params.id, params.membership, body.to, seen);
  }

  @Answers('POST /people/:id/absences')
  async absence(@Ask() { actor, params, body }: Asked<'POST /people/:id/absences'>): Promise<void> {
    await this.setAvailability.absence(actor, actingIn(body), params.id, {
      from: body.from,
      to: body.to,
      ...(body.substitute === undefined ? {} : { substitute: body.substitute }),
    });
  }

  @Answers('POST /people/:id/absences/cancellation')
  async cancelAbsence(
    @Ask() { actor, params, body }: Asked<'POST /people/:id/absences/cancellation'>,
  ): Promise<void> {
    await this.setAvailability.cancelAbsence(actor, actingIn(body), params.id, body.from);
  }

  @Answers('PUT /people/:id/capabilities/:kind')
  async capability(
    @Ask() { actor, params, body, seen }: Asked<'PUT /people/:id/capabilities/:kind'>,
  ): Promise<void> {
    const { id, kind } = params;
    await this.setAvailability.capability(actor, actingIn(body), id, kind, body.expiresOn, seen);
  }
}
