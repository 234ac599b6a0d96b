import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type MailTestAnswer,
  type MailTestRequest,
  mailTestRequest,
  type OfficeAnswer,
} from '#contracts/settings.js';
import { Office } from '#use-cases/ports/sender.js';
import { TestMail } from '#use-cases/settings/test-mail.js';
import { Open, type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('settings')
@Controller()
export class SettingsController {
  constructor(
    private readonly sender: Office,
    private readonly testMail: TestMail,
  ) {}

  @Open()
  @Get('office')
  @ApiOperation({ operationId: 'office', summary: 'L’ufficio che risponde al telefono.' })
  office(): OfficeAnswer {
    const { unionName, officeName, phone, email, signature } = this.sender;
    return { unionName, officeName, phone, email, signature };
  }

  @Post('settings/mail-test')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'testMail',
    summary: 'Manda una prova a me e dice che cosa risponde il server.',
  })
  test(
    @Who() { actor, profile }: SignedIn,
    @Body({ schema: mailTestRequest }) body: MailTestRequest,
  ): Promise<MailTestAnswer> {
    return this.testMail.run(actor, body, profile);
  }
}
