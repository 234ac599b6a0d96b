import fastify from 'fastify';
import { secure } from './security-headers.js';

async function askedBy(production: boolean, headers: Record<string, string>): Promise<unknown> {
  const server = fastify({ trustProxy: true });
  server.get('/', (request, reply) => {
    secure(request, reply, production);
    return 'Capofila';
  });
  const answer = await server.inject({ url: '/', headers });
  await server.close();
  return answer.headers['strict-transport-security'];
}

test('a browser is told to stay with TLS in production alone, and only when it came by TLS', async () => {
  expect(await askedBy(true, { 'x-forwarded-proto': 'https' })).toMatch(/^max-age=\d{8}/);
  expect(await askedBy(true, {})).toBeUndefined();
  expect(await askedBy(false, { 'x-forwarded-proto': 'https' })).toBeUndefined();
});
