import type { NodemailerError } from 'nodemailer';
import type { SendOutcome } from '#use-cases/ports/mailer.js';

/** What nodemailer throws, as far as it says what went wrong; the fields depend on the step that failed. */
type SmtpFailure = Pick<
  NodemailerError,
  'message' | 'code' | 'responseCode' | 'response' | 'command' | 'syscall' | 'timeoutType'
>;

/** Replies that speak of the recipient's address (RFC 5321, 4.2.2). */
const ADDRESS_CODES = [550, 551, 553];

/**
 * Sorts a failure by what it asks of us: wait, find another address, or look at the configuration.
 * The same number means different things at different steps: 550 to RCPT TO is a dead address, 550 to MAIL FROM or to
 * the content is a sender or a text that the server does not want, and calling that address dead would be wrong.
 */
export function outcomeOf(failure: SmtpFailure): SendOutcome {
  const response = failure.response ?? failure.message;
  const number = failure.responseCode;
  if (number === undefined) return withoutReply(failure, response);
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const code = enhanced === undefined ? String(number) : `${number} ${enhanced}`;
  // 503 says that the session was out of step: on a new connection the same e-mail can go (RFC 5321, 4.2.4).
  if (number < 500 || number === 503) return { kind: 'retry', code, response };
  // Our password, our certificate, our right to send: nothing that another address or text would mend, and the letters
  // must not be lost for it. They are tried again until somebody has looked at the configuration, or two days are over.
  if (isOurs(failure, enhanced)) return { kind: 'retry', code, response };
  const ofAddress = ADDRESS_CODES.includes(number) && failure.command?.startsWith('RCPT') === true;
  const namesAddress = enhanced !== undefined && /^5\.1\.(1|2|3|6|10)$/.test(enhanced);
  return { kind: ofAddress || namesAddress ? 'dead' : 'refused', code, response };
}

/** Said before a recipient was named, or of the right to send at all (RFC 3463, X.7.Z at RCPT). */
function isOurs({ command }: SmtpFailure, enhanced: string | undefined): boolean {
  if (command === undefined) return false;
  if (command.startsWith('RCPT')) return enhanced?.startsWith('5.7.') === true;
  return !command.startsWith('DATA');
}

/** No e-mail was offered yet: there was no such server, or it did not greet. */
function isUnreached({ syscall, timeoutType }: SmtpFailure): boolean {
  if (timeoutType !== undefined) return timeoutType !== 'SOCKET_TIMEOUT';
  return syscall === 'connect' || syscall === 'getaddrinfo';
}

function withoutReply(failure: SmtpFailure, response: string): SendOutcome {
  const { code = 'EUNKNOWN' } = failure;
  // The address is so malformed that it was never offered to the server.
  if (code === 'EENVELOPE') return { kind: 'dead', code, response };
  // What is ours to mend (certificate, configuration, a fault nobody has met yet) must not lose a letter.
  return { kind: 'retry', code, response, ...(isUnreached(failure) ? { unreached: true } : {}) };
}
