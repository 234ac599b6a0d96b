import { Problem } from './problem.js';
import { queries } from './query-client.js';
import { meQuery } from './queries/me.js';
import { session } from './session.js';

const refused = () => Promise.reject(new Problem(401, 'ACC-03', 'Devi accedere per continuare.'));
const ask = () => queries.fetchQuery({ queryKey: ['something'], queryFn: refused }).catch(() => undefined);

beforeEach(() => {
  queries.clear();
  session.set('open');
  queries.setQueryData(meQuery.queryKey, { person: 'a' } as never);
});

test('an answer that nobody is known any more ends the session of whoever was known', async () => {
  await ask();
  expect(session.get()).toBe('ended');
});

test('who was never known has no session that could end', async () => {
  queries.clear();
  await ask();
  expect(session.get()).toBe('open');
});

test('who is signing out is not told that their session ended', async () => {
  session.set('left');
  await ask();
  expect(session.get()).toBe('left');
});
