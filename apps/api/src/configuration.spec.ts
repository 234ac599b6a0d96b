import { readConfiguration } from './configuration.js';

const enough = {
  CAPOFILA_DATABASE_URL: 'postgres://capofila_app:x@localhost/capofila',
  CAPOFILA_SMTP_URL: 'smtp://localhost:25',
};

test('takes no proxy’s word for a client’s address unless the proxy is named', () => {
  expect(readConfiguration(enough).trustedProxies).toEqual([]);
  const named = readConfiguration({
    ...enough,
    CAPOFILA_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
  });
  expect(named.trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16']);
});

test('refuses a failpoint in production', () => {
  const env = { ...enough, CAPOFILA_FAILPOINT: 'record.before-commit' };
  expect(() => readConfiguration(env)).toThrow(/refuses/);
});

test('does not start without a mail server: codes and invitations could not be sent', () => {
  const { CAPOFILA_DATABASE_URL } = enough;
  expect(() => readConfiguration({ CAPOFILA_DATABASE_URL })).toThrow(/smtpUrl/);
});

test('takes the address of the pages without the slash at its end, and an empty one as none', () => {
  const pages = (url: string) => readConfiguration({ ...enough, CAPOFILA_PAGES_URL: url }).pagesUrl;
  expect(pages('https://capofila.unione.example/')).toBe('https://capofila.unione.example');
  expect(pages('')).toBeUndefined();
});
