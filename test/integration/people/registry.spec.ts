import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RandomSecrets } from '#identity/random-secrets.js';
import { ask, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

let fixture: PeopleFixture;
let api: NestFastifyApplication;
const cookies = {} as Record<Name, string>;

beforeAll(async () => {
  fixture = await preparePeople();
  api = await startIdentityApi(fixture);
  for (const name of ['rocco', 'marta', 'silvia', 'estranea'] as const) {
    cookies[name] = await sessionOf(name);
  }
});

afterAll(async () => {
  await api?.close();
  await fixture?.close();
});

/** A session as the API itself would have opened it: what these tests are about comes after. */
async function sessionOf(name: Name): Promise<string> {
  const { secret, hash } = new RandomSecrets().make();
  await fixture.owner(
    `insert into session (hash, union_id, person_id, expires_at)
     select $1, union_id, id, now() + interval '1 day' from person where id = $2`,
    [hash, fixture.people[name]],
  );
  return `capofila-session=${secret}`;
}

const acting = () => ({ actingBody: fixture.bodies.union });
const put = (who: Name, path: string, body: object) =>
  ask(api, { method: 'PUT', url: `/registry/${path}`, body: { ...acting(), ...body }, cookie: cookies[who] });

async function bodyNamed(name: string) {
  const { json } = await ask(api, { url: '/registry', cookie: cookies.rocco });
  const bodies = json['bodies'] as { name: string; [key: string]: unknown }[];
  return bodies.find((each) => each.name === name) ?? { name: '' };
}

const COUNT = { on: '2024-12-31', count: 2650, source: 'Istat, bilancio demografico', confirmed: false };

test('the head of office corrects residents, and what stood there before is kept with who and when', async () => {
  const path = `bodies/${fixture.bodies.rivello}/residents`;
  expect((await put('rocco', path, { residents: [COUNT] })).status).toBe(204);
  const right = { ...COUNT, count: 2651, confirmed: true };
  expect((await put('rocco', path, { residents: [right] })).status).toBe(204);
  expect(await bodyNamed('Rivello')).toMatchObject({
    residents: [right],
    changes: [{ part: 'residents', by: 'rocco' }],
  });
  const { json } = await ask(api, {
    url: `/registry/bodies/${fixture.bodies.rivello}/corrections`,
    cookie: cookies.silvia,
  });
  expect(json['corrections']).toMatchObject([
    { part: 'residents', before: [COUNT], after: [right], by: 'rocco' },
    { part: 'residents', before: [], after: [COUNT] },
  ]);
});

test('an agreement, a patron day and closed weeks come back as they were written', async () => {
  const { rivello } = fixture.bodies;
  const agreement = { function: 'ict', from: '2022-07-26', source: 'Convenzione 12/2022', confirmed: true };
  const periods = [{ from: '12-23', to: '01-07' }];
  const statuses = [
    await put('rocco', `bodies/${rivello}/agreements`, { agreements: [agreement] }),
    await put('rocco', `bodies/${rivello}/patron-day`, { day: '12-06', source: 'Statuto, art. 3' }),
    await put('rocco', `bodies/${rivello}/closed-periods`, { periods }),
  ].map((each) => each.status);
  expect(statuses).toEqual([204, 204, 204]);
  expect(await bodyNamed('Rivello')).toMatchObject({
    agreements: [agreement],
    patronDay: '12-06',
    patronDaySource: 'Statuto, art. 3',
    closedPeriods: periods,
  });
});

test('closed weeks of the union hold for whoever has none of their own', async () => {
  const periods = [{ from: '08-10', to: '08-24' }];
  const answer = await put('rocco', 'closed-periods', { periods });
  // Rivello has weeks of its own since the test before.
  expect(answer).toMatchObject({ status: 200, json: { bodies: ['Nemoli'] } });
  expect(await bodyNamed('Nemoli')).toMatchObject({ closedPeriods: periods });
  expect(await bodyNamed('Rivello')).toMatchObject({ closedPeriods: [{ from: '12-23', to: '01-07' }] });
});

test.each([
  ['without a source', 'residents', { residents: [{ ...COUNT, source: '' }] }],
  ['twice by one source', 'residents', { residents: [COUNT, COUNT] }],
  ['of less than nobody', 'residents', { residents: [{ ...COUNT, count: -1 }] }],
  ['on a day that does not exist', 'patron-day', { day: '02-30', source: 'Statuto' }],
  [
    'ending before its start',
    'agreements',
    {
      agreements: [
        { function: 'ict', from: '2024-01-02', to: '2024-01-01', source: 'Atto', confirmed: true },
      ],
    },
  ],
])('an entry %s is refused, and nothing changes', async (_what, part, body) => {
  const before = await bodyNamed('Nemoli');
  expect((await put('rocco', `bodies/${fixture.bodies.nemoli}/${part}`, body)).status).toBe(422);
  expect(await bodyNamed('Nemoli')).toEqual(before);
});

test.each(['marta', 'silvia'] as const)('%s, who is no head of office, corrects nothing', async (who) => {
  const body = { actingBody: who === 'silvia' ? fixture.bodies.rivello : fixture.bodies.union };
  const answer = await put(who, `bodies/${fixture.bodies.rivello}/residents`, { ...body, residents: [] });
  expect(answer.status).toBe(403);
});

test('a body of another union is not there', async () => {
  const answer = await put('rocco', `bodies/${fixture.bodies.foreign}/residents`, { residents: [COUNT] });
  expect(answer.status).toBe(404);
  const { rivello, foreign } = fixture.bodies;
  const other = await put('estranea', `bodies/${rivello}/residents`, { actingBody: foreign, residents: [] });
  expect(other.status).toBe(404);
});

test('the database lets nobody but the head of office write what the API would not', async () => {
  const write = (name: Name) =>
    fixture.as(name, (manager) =>
      manager.query(
        `insert into residents (body_id, union_id, on_date, count, source, confirmed)
         values ($1, $2, '2020-01-01', 1, 'x', true)`,
        [fixture.bodies.rivello, fixture.union],
      ),
    );
  await expect(write('marta')).rejects.toThrow(/row-level security/);
  await expect(write('silvia')).rejects.toThrow(/row-level security/);
});
