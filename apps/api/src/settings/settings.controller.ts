import { Controller } from '@nestjs/common';
import type { MailTestAnswer, OfficeAnswer } from '#contracts/settings.js';
import { Office } from '#use-cases/ports/sender.js';
import { TestMail } from '#use-cases/settings/test-mail.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class SettingsController {
  constructor(
    private readonly sender: Office,
    private readonly testMail: TestMail,
  ) {}

  @Answers('GET /office')
  office(): OfficeAnswer {
    const { unionName, officeName, phone, email, signature } = this.sender;
    return { unionName, officeName, phone, email, signature };
  }

  @Answers('POST /settings/mail-test')
  test(@Ask() { actor, profile, body }: Asked<'POST /settings/mail-test'>): Promise<MailTestAnswer> {
    return this.testMail.run(actor, body, profile);
  }
}
