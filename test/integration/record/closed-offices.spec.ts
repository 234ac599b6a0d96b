import pg from 'pg';
import { addresseeOf } from '#domain/post/addressee.js';
import { postPeople } from '#persistence/people/post-people.js';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { createTestDatabase } from '../../support/database.js';
import { makeUpUnion } from '../../support/made-up-union.js';

test('a person is not written to on a day on which every body the person works for is closed', async () => {
  const database = await createTestDatabase();
  const worker = await openDataSource({ url: database.urls.worker });
  const owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  try {
    const union = await makeUpUnion(database.urls.owner);
    const close = (name: string, patronDay: string, periods: string) =>
      owner.query('update body set patron_day = $2, closed_periods = $3 where id = $1', [
        union.comuni[name],
        patronDay,
        periods,
      ]);
    await close('Rivello', '12-06', '[{"from":"12-24","to":"01-06"}]');
    await close('Trecchina', '09-29', '[{"from":"12-24","to":"12-31"}]');
    const secretary = union.people['secretary@Rivello'] ?? '';
    const closedOn = async () => {
      const people = await asWorker(worker, (manager) => postPeople(manager, [secretary]));
      return addresseeOf(secretary, '2026-12-01', people)?.isClosed ?? (() => false);
    };
    const alone = await closedOn();
    expect([alone('2026-12-07'), alone('2026-12-06'), alone('2027-01-04')]).toEqual([false, true, true]);

    // The same secretary also serves Trecchina, as most do.
    await owner.query(
      `insert into membership (id, union_id, person_id, body_id, role, from_date)
       values (gen_random_uuid(), $1, $2, $3, 'secretary', '2020-01-01')`,
      [union.id, secretary, union.comuni['Trecchina']],
    );
    const both = await closedOn();
    expect([both('2026-12-06'), both('2027-01-04'), both('2026-12-28')]).toEqual([false, false, true]);
  } finally {
    await owner.end();
    await worker.destroy();
    await database.drop();
  }
});
