import { v7 as uuid } from 'uuid';
import { actorOf } from '#use-cases/ports/people.js';
import { Pseudonymise } from '#use-cases/identity/pseudonymise.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { commitChanges } from '#persistence/record/commit-changes.js';
import { chainFacts } from '#use-cases/record/chain-facts.js';
import { brokenLink } from '#use-cases/record/hash-chain.js';
import { asWorker } from '#persistence/scoped.js';
import { FactDetailEntity, FactEntity, StreamEntity } from '#persistence/stream/stream.entities.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

let fixture: PeopleFixture;
let people: PostgresPeople;
beforeEach(async () => {
  fixture = await preparePeople();
  people = new PostgresPeople(fixture.app);
});
afterEach(() => fixture.close());

async function erase(by: Name, target: Name, body: 'union' | 'rivello' = 'union'): Promise<void> {
  const profile = await people.profileOf(fixture.people[by]);
  if (profile === undefined) throw new Error(`no ${by}`);
  const acting = { actingBody: fixture.bodies[body] };
  await new Pseudonymise(people).run(actorOf(profile), acting, fixture.people[target]);
}

/** A stream of four facts: one by Giulia, two by Marta that name Giulia, one by Marta about something else. */
async function streamWithWords(): Promise<string> {
  const id = uuid();
  await fixture.owner(`insert into stream (id, union_id, kind) values ($1, $2, 'call')`, [id, fixture.union]);
  await asWorker(fixture.worker, async (manager) => {
    const stream = await manager.findOneByOrFail(StreamEntity, { id });
    const promised = (person: Name, actor: Name) => ({
      type: 'promise.made' as const,
      legalDate: '2027-03-24' as const,
      legalSource: 'declared' as const,
      channel: 'phone' as const,
      actor: fixture.people[actor],
      body: { person: fixture.people[person], until: '2027-03-29' as const },
    });
    const chained = chainFacts(
      stream,
      [
        { fact: promised('giulia', 'giulia'), detail: { note: 'lunedì lo mando' } },
        { fact: promised('giulia', 'marta'), detail: { note: 'Ha chiamato GIULIA, lo manda lunedì' } },
        { fact: promised('nadia', 'marta'), detail: { note: 'Nemoli è a posto' } },
        {
          fact: {
            ...promised('nadia', 'marta'),
            type: 'application.closed' as const,
            body: { reason: 'lo ha chiesto Giulia' },
          },
        },
      ],
      Date.parse('2027-03-24T09:00:00Z'),
    );
    await commitChanges(manager, {
      unionId: stream.unionId,
      stream: chained.stream,
      facts: chained.rows,
      details: chained.details,
      messages: [],
      wakes: { post: [], applications: [], calls: [] },
    });
  });
  return id;
}

test('takes away every name and word about a person, and every chain keeps verifying', async () => {
  const stream = await streamWithWords();
  const { union, people: ids } = fixture;
  await fixture.owner(`insert into credential (person_id, union_id, hash) values ($1, $2, '$argon2id$x')`, [
    ids.giulia,
    union,
  ]);
  await fixture.owner(
    `insert into session (hash, union_id, person_id, expires_at) values (repeat('a', 64), $2, $1, now() + interval '1 day')`,
    [ids.giulia, union],
  );
  await fixture.owner(
    `insert into mail (id, union_id, message_id, person_id, slot, to_address, subject, text_body, html_body, state, created_at, written_at)
     values ($3, $2, 'm1', $1, 's', 'giulia@rivello.example', 'Rivello', 'Buongiorno giulia', '<p>giulia</p>', 'sent', now(), now())`,
    [ids.giulia, union, uuid()],
  );

  await fixture.owner(
    `insert into mail (id, union_id, message_id, person_id, slot, to_address, subject, text_body, html_body, state, created_at, written_at)
     values ($3, $2, 'm2', $1, 's', 'marta@union.example', 'Da chiamare', 'Chiama Giulia, 0973 46004', '<p>Giulia</p>', 'sent', now(), now())`,
    [ids.marta, union, uuid()],
  );

  await erase('rocco', 'giulia');
  await erase('rocco', 'giulia');

  const [person] = await fixture.owner('select * from person where id = $1', [ids.giulia]);
  expect(person).toMatchObject({ name: `Persona ${ids.giulia.slice(-6)}`, email: null, phone: null });
  const dump = await fixture.owner(`
    select (select json_agg(p) from person p)::text || (select json_agg(d) from fact_detail d)::text
        || (select json_agg(m) from mail m)::text || (select json_agg(f) from fact f)::text as everything`);
  expect(String(dump[0]?.['everything']).toLowerCase()).not.toContain('giulia');
  for (const table of ['credential', 'session']) {
    expect(await fixture.owner(`select 1 from ${table} where person_id = $1`, [ids.giulia])).toEqual([]);
  }
  await asWorker(fixture.worker, async (manager) => {
    const facts = await manager.find(FactEntity, { where: { streamId: stream }, order: { seq: 'ASC' } });
    expect(facts).toHaveLength(4);
    expect(brokenLink(facts)).toBeUndefined();
    expect(facts[0]?.actorId).toBe(ids.giulia);
    const details = await manager.find(FactDetailEntity);
    expect(details.map((each) => each.detail)).toEqual([{ note: 'Nemoli è a posto' }]);
    // The test can fail: a changed fact is found.
    const [first, ...rest] = facts;
    if (first === undefined) throw new Error('no facts');
    first.actorId = ids.marta;
    expect(brokenLink([first, ...rest])).toBe(1);
  });
  expect(await people.profileOf(ids.giulia)).toBeUndefined();
});

test.each([
  ['marta', 'union', 'ACC-06'],
  ['silvia', 'rivello', 'ACC-06'],
  ['aurora', 'union', 'ACC-06'],
] as const)('%s may not do it', async (name, body, code) => {
  await expect(erase(name, 'giulia', body)).rejects.toMatchObject({ code });
});

test('is not done to oneself nor to a person of another union', async () => {
  await expect(erase('rocco', 'rocco')).rejects.toMatchObject({ code: 'PER-04' });
  await expect(erase('rocco', 'estranea')).rejects.toMatchObject({ code: 'ACC-404' });
});

test('the database refuses it too, whatever the API thinks', async () => {
  const { people: ids } = fixture;
  for (const name of ['marta', 'silvia', 'aurora', 'giulia'] as const) {
    await expect(people.pseudonymise(ids[name], ids.giulia)).rejects.toThrow('only the head of office');
  }
  await people.pseudonymise(ids.estranea, ids.giulia);
  expect(await fixture.owner('select name from person where id = $1', [ids.giulia])).toEqual([
    { name: 'giulia' },
  ]);
});
