import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type DemoAnswer,
  type DemoMail,
  type DemoMailList,
  demoMailNumber,
  demoMailsQuery,
  type DemoMailsQuery,
  demoSignInRequest,
  type DemoSignInRequest,
} from '#contracts/demo.js';
import type { SessionAnswer } from '#contracts/identity.js';
import { DemoPeople } from '#use-cases/demo/demo-people.js';
import { ReadDemoMails } from '#use-cases/demo/read-mails.js';
import { type CookieOptions, sessionCookie } from '../identity/session-cookie.js';
import { COOKIE_OPTIONS } from '../identity/signed-in.guard.js';
import { Open } from '../identity/signed-in.js';

/** A mail carries its style in itself; its links open another tab. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The demo's own addresses, open to everybody: all that lies behind them is invented. */
@ApiTags('demo')
@Open()
@Controller('demo')
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly mails: ReadDemoMails,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'demo', summary: 'Le persone della dimostrazione, da provare con un clic.' })
  async show(): Promise<DemoAnswer> {
    return { people: await this.people.list() };
  }

  @Post('sign-in')
  @ApiOperation({ operationId: 'demoSignIn', summary: 'Entra al posto di una persona inventata.' })
  async signIn(
    @Body({ schema: demoSignInRequest }) body: DemoSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const userAgent = request.headers['user-agent'];
    const { person, secret, expiresAt } = await this.people.signIn(body.email, {
      address: request.ip,
      // Who looks around in a demo goes when the browser is closed.
      sharedComputer: true,
      ...(userAgent === undefined ? {} : { userAgent }),
    });
    void reply.header('set-cookie', sessionCookie(secret, undefined, this.cookies));
    void reply.header('cache-control', 'no-store');
    return { person, expiresAt };
  }

  @Get('mails')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'demoMails',
    summary: 'Posta dimostrativa: le e-mail spedite, le ultime prima.',
  })
  async list(@Query({ schema: demoMailsQuery }) query: DemoMailsQuery): Promise<DemoMailList> {
    return { mails: await this.mails.list(query) };
  }

  @Get('mails/:number')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'demoMail', summary: 'Una e-mail della posta dimostrativa.' })
  read(@Param('number', { schema: demoMailNumber }) number: number): Promise<DemoMail> {
    return this.mails.read(number);
  }

  /** The HTML part as it was sent, for a frame without rights: no script, nothing from elsewhere. */
  @Get('mails/:number/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_POLICY)
  @ApiProduces('text/html')
  @ApiOperation({ operationId: 'demoMailHtml', summary: 'L’aspetto di una e-mail, come è stata spedita.' })
  async html(@Param('number', { schema: demoMailNumber }) number: number): Promise<string> {
    const { html: sent } = await this.mails.read(number);
    // Links lead to a page of their own: the frame is for the mail alone.
    return sent.replace('<head>', '<head><base target="_blank">');
  }
}
