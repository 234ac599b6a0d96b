import { readConfiguration } from './configuration.js';

const url = 'postgres://capofila_app:x@localhost/capofila';

test('takes no proxy’s word for a client’s address unless the proxy is named', () => {
  expect(readConfiguration({ CAPOFILA_DATABASE_URL: url }).trustedProxies).toEqual([]);
  const named = readConfiguration({
    CAPOFILA_DATABASE_URL: url,
    CAPOFILA_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
  });
  expect(named.trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16']);
});

test('refuses a failpoint in production', () => {
  const env = { CAPOFILA_DATABASE_URL: url, CAPOFILA_FAILPOINT: 'record.before-commit' };
  expect(() => readConfiguration(env)).toThrow(/refuses/);
});
