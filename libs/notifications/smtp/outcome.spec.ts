import { outcomeOf } from './outcome.js';

const failure = (responseCode: number, response: string, command: string) => ({
  message: response,
  responseCode,
  response,
  command,
});

test.each([
  ['an unknown mailbox', failure(550, '550 5.1.1 <a@b.example> unknown', 'RCPT TO'), 'dead', '550 5.1.1'],
  ['a mailbox elsewhere', failure(551, '551 user not local', 'RCPT TO'), 'dead', '551'],
  ['a name that is not allowed', failure(553, '553 bad name', 'RCPT TO'), 'dead', '553'],
  ['an unknown mailbox said late', failure(550, '550 5.1.1 no such user', 'DATA'), 'dead', '550 5.1.1'],
  ['a sender that is refused', failure(550, '550 sender rejected', 'MAIL FROM'), 'retry', '550'],
  ['a text taken for spam', failure(550, '550 5.7.1 spam', 'DATA'), 'refused', '550 5.7.1'],
  ['a wrong password', failure(535, '535 5.7.8 bad credentials', 'AUTH PLAIN'), 'retry', '535 5.7.8'],
  [
    'a server that does not relay for us',
    failure(550, '550 5.7.1 no relay', 'RCPT TO'),
    'retry',
    '550 5.7.1',
  ],
  ['a full mailbox', failure(452, '452 4.2.2 over quota', 'RCPT TO'), 'retry', '452 4.2.2'],
  ['a server that closes', failure(421, '421 closing', 'MAIL FROM'), 'retry', '421'],
  ['a session out of step', failure(503, '503 bad sequence', 'RCPT TO'), 'retry', '503'],
] as const)('sorts %s', (_name, fault, kind, code) => {
  expect(outcomeOf(fault)).toMatchObject({ kind, code });
});

test.each([
  ['ETIMEDOUT', 'retry'],
  ['ESOCKET', 'retry'],
  ['EDNS', 'retry'],
  ['ECONNECTION', 'retry'],
  ['EABORT', 'retry'],
  ['EENVELOPE', 'dead'],
  ['ETLS', 'retry'],
  ['EAUTH', 'retry'],
] as const)('sorts %s as %s', (code, kind) => {
  expect(outcomeOf({ message: 'x', code })).toEqual({ kind, code, response: 'x' });
});

test.each([
  [{ code: 'ESOCKET', syscall: 'connect' }, true],
  [{ code: 'EDNS', syscall: 'getaddrinfo' }, true],
  [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, true],
  [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, undefined],
  [{ code: 'ECONNECTION' }, undefined],
] as const)('after %j nothing can have arrived: %s', (fault, unreached) => {
  expect(outcomeOf({ message: 'x', ...fault })).toHaveProperty('kind', 'retry');
  expect((outcomeOf({ message: 'x', ...fault }) as { unreached?: true }).unreached).toBe(unreached);
});

test('keeps the address out of the code', () => {
  const outcome = outcomeOf(failure(550, '550 <giulia@rivello.example> unknown', 'RCPT TO'));
  expect(outcome).toEqual({ kind: 'dead', code: '550', response: '550 <giulia@rivello.example> unknown' });
});
