import { Argon2Passwords } from './argon2-passwords.js';

const passwords = new Argon2Passwords();

test('a password opens its own hash and no other', async () => {
  const hash = await passwords.hash('tre cavalli bianchi');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await passwords.verify('tre cavalli bianchi', hash)).toBe(true);
  expect(await passwords.verify('tre cavalli bianchi ', hash)).toBe(false);
  expect(await passwords.verify('', hash)).toBe(false);
});

test('the same password never gives the same hash', async () => {
  expect(await passwords.hash('uguale uguale')).not.toBe(await passwords.hash('uguale uguale'));
});

test('an accented letter is the same however the keyboard composes it', async () => {
  const hash = await passwords.hash('perch\u00e9 no davvero');
  expect(await passwords.verify('perche\u0301 no davvero', hash)).toBe(true);
});

test('reads a hash made by the reference program', async () => {
  // printf password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32, from the reference implementation's own tests.
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await passwords.verify('password', hash)).toBe(true);
  expect(await passwords.verify('differentpassword', hash)).toBe(false);
});

test.each([
  ['nobody has this address', undefined],
  ['another scheme', '$2b$10$abcdefghijklmnopqrstuv'],
  [
    'a cost that would take all memory',
    '$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
  ],
])('refuses every password when there is no usable hash: %s', async (_why, hash) => {
  expect(await passwords.verify('password', hash)).toBe(false);
});
