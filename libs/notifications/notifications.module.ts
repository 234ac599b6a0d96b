import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Mailer } from '#use-cases/ports/mailer.js';
import { SmtpMailer, type SmtpOptions } from './smtp/mailer.js';

/** Provides the port `Mailer` over SMTP and closes its connections when the application ends. */
@Module({})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: SmtpMailer) {}

  static forRoot(options: SmtpOptions): DynamicModule {
    return {
      module: NotificationsModule,
      providers: [{ provide: Mailer, useFactory: () => new SmtpMailer(options) }],
      exports: [Mailer],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
