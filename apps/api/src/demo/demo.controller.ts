import { Controller, Header, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DemoAnswer, DemoMail, DemoMailList } from '#contracts/demo.js';
import type { SessionAnswer } from '#contracts/identity.js';
import { DemoPeople } from '#use-cases/demo/demo-people.js';
import { ReadDemoMails } from '#use-cases/demo/read-mails.js';
import { type CookieOptions, sessionCookie } from '../identity/session-cookie.js';
import { COOKIE_OPTIONS } from '../identity/signed-in.guard.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

/** A mail carries its style in itself; its links open another tab. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The demo's own addresses, open to everybody: all that lies behind them is invented. */
@Controller()
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly mails: ReadDemoMails,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Answers('GET /demo')
  async show(): Promise<DemoAnswer> {
    return { people: await this.people.list() };
  }

  @Answers('POST /demo/sign-in')
  async signIn(
    @Ask() { body }: Asked<'POST /demo/sign-in'>,
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
    return { person, expiresAt };
  }

  @Answers('GET /demo/mails')
  async list(@Ask() { query }: Asked<'GET /demo/mails'>): Promise<DemoMailList> {
    return { mails: await this.mails.list(query) };
  }

  @Answers('GET /demo/mails/:number')
  read(@Ask() { params }: Asked<'GET /demo/mails/:number'>): Promise<DemoMail> {
    return this.mails.read(params.number);
  }

  /** The HTML part as it was sent, for a frame without rights: no script, nothing from elsewhere. */
  @Answers('GET /demo/mails/:number/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', MAIL_POLICY)
  async html(@Ask() { params }: Asked<'GET /demo/mails/:number/html'>): Promise<string> {
    const { html: sent } = await this.mails.read(params.number);
    // Links lead to a page of their own: the frame is for the mail alone.
    return sent.replace('<head>', '<head><base target="_blank">');
  }
}
