import type { MigrationInterface, QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';

/**
 * A definition is a kind, filled by an edition (docs/adr/0017): what the act of one call says gets rows of its own, which
 * nobody changes, and each call names the one it was launched with. A definition that is there becomes its kind and its
 * first edition; the hash stays that of the whole.
 */
export class Editions1767225600109 implements MigrationInterface {
  readonly name = 'Editions1767225600109';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table edition (
        id uuid primary key,
        kind_id text not null,
        kind_version int not null,
        -- Null: everybody's, as kinds are.
        union_id uuid references union_ (id),
        body jsonb not null,
        -- Of the whole definition that kind and edition give, over canonical JSON.
        sha256 text not null,
        -- Null: by the product itself, or before it was kept.
        loaded_by uuid references person (id),
        loaded_at timestamptz not null default now(),
        foreign key (kind_id, kind_version) references definition (id, version),
        constraint edition_once unique nulls not distinct (kind_id, kind_version, union_id, sha256),
        constraint edition_of_call unique (kind_id, kind_version, id, sha256)
      );
      alter table call add column edition_id uuid, add column edition_sha256 text;
    `);
    await this.takeApart(runner);
    await runner.query(`
      alter table call alter column edition_id set not null, alter column edition_sha256 set not null,
        add constraint call_edition foreign key (definition_id, definition_version, edition_id, edition_sha256)
          references edition (kind_id, kind_version, id, sha256);
      alter table definition drop column sha256;

      create function refuse_other_edition() returns trigger language plpgsql as $$
      begin
        raise exception 'an edition never changes: add another one' using errcode = 'restrict_violation';
      end $$;
      create trigger edition_stays before update or delete or truncate on edition
        for each statement execute function refuse_other_edition();
      create trigger edition_tells_changed after insert on edition
        for each statement execute function tell('changed');

      alter table edition enable row level security;
      alter table edition force row level security;
      create policy owner_all on edition to capofila_owner using (true) with check (true);
      create policy worker_all on edition to capofila_worker using (true) with check (true);
      create policy app_sight on edition for select to capofila_app using (${SHARED_OR_OWN});
      create policy app_insert on edition for insert to capofila_app
        with check (${SHARED_OR_OWN} and (select works_for_union()));
      grant select, insert on edition to capofila_app, capofila_worker;
    `);
  }

  private async takeApart(runner: QueryRunner): Promise<void> {
    const rows: { id: string; version: number; body: Whole; sha256: string; loaded_at: Date }[] =
      await runner.query('select id, version, body, sha256, loaded_at from definition');
    for (const { id, version, body, sha256, loaded_at } of rows) {
      const { kind, edition } = apart(body);
      const first = uuid();
      await runner.query(
        `insert into edition (id, kind_id, kind_version, body, sha256, loaded_at) values ($1, $2, $3, $4, $5, $6)`,
        [first, id, version, JSON.stringify(edition), sha256, loaded_at],
      );
      await runner.query('update definition set body = $3 where id = $1 and version = $2', [
        id,
        version,
        JSON.stringify(kind),
      ]);
      await runner.query(
        'update call set edition_id = $3, edition_sha256 = $4 where definition_id = $1 and definition_version = $2',
        [id, version, first, sha256],
      );
    }
  }

  /** Before there were editions a kind had one only: the first is kept. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table definition add column sha256 text');
    const rows: { id: string; version: number; body: Whole; edition: Edition; sha256: string }[] =
      await runner.query(
        `select distinct on (d.id, d.version) d.id, d.version, d.body, e.body as edition, e.sha256
           from definition d join edition e on e.kind_id = d.id and e.kind_version = d.version
          order by d.id, d.version, e.loaded_at, e.id`,
      );
    for (const { id, version, body, edition, sha256 } of rows) {
      await runner.query('update definition set body = $3, sha256 = $4 where id = $1 and version = $2', [
        id,
        version,
        JSON.stringify(whole(body, edition)),
        sha256,
      ]);
    }
    await runner.query(`
      alter table definition alter column sha256 set not null;
      alter table call drop column edition_id, drop column edition_sha256;
      drop table edition;
      drop function refuse_other_edition();
    `);
  }
}

const SHARED_OR_OWN = '(union_id is null or union_id = (select app_union()))';

type Json = Record<string, unknown>;
type Term = Json & { id: string; rule: Json };
type Whole = Json & {
  eligibility: Json;
  terms: Term[];
  interrupts: (Json & { id: string; term?: Term })[];
};
type Edition = Json & { eligibility: Json; terms: Record<string, Json>; interrupts: Json };

/** How a definition was taken apart when this migration was written; libs/domain/call may do it otherwise since. */
function apart({ eligibility, terms, interrupts, ...rest }: Whole): { kind: Json; edition: Edition } {
  const call = ['title', 'shortTitle', 'opening', 'amounts', 'invitation', 'cupTemplate'];
  const ofAct = ({ unit }: Json) => ['date', 'cap', 'readings', ...(unit === 'fixed' ? ['cutOff'] : [])];
  const kindOf = (term: Term) => ({
    ...without(term, ['source']),
    rule: without(term.rule, ofAct(term.rule)),
  });
  const all = [...terms, ...interrupts.flatMap(({ term }) => term ?? [])];
  return {
    kind: {
      ...without(rest, call),
      eligibility: only(eligibility, ['kinds']),
      terms: terms.map(kindOf),
      interrupts: interrupts.map((each) => ({
        ...without(each, ['source', 'term']),
        ...(each.term === undefined ? {} : { term: kindOf(each.term) }),
      })),
    },
    edition: {
      ...only(rest, call),
      eligibility: without(eligibility, ['kinds']),
      terms: Object.fromEntries(
        all.map((term) => [term.id, { ...only(term.rule, ofAct(term.rule)), source: term['source'] }]),
      ),
      interrupts: Object.fromEntries(
        interrupts.flatMap((each) => ('source' in each ? [[each.id, each['source']]] : [])),
      ),
    },
  };
}

function whole({ eligibility, terms, interrupts, ...kind }: Whole, edition: Edition): Json {
  const filled = (term: Term) => {
    const { source, ...ofAct } = edition.terms[term.id] ?? {};
    return { ...term, rule: { ...term.rule, ...ofAct }, source };
  };
  return {
    ...kind,
    ...edition,
    eligibility: { ...eligibility, ...edition.eligibility },
    terms: terms.map(filled),
    interrupts: interrupts.map((each) => ({
      ...each,
      ...(each.id in edition.interrupts ? { source: edition.interrupts[each.id] } : {}),
      ...(each.term === undefined ? {} : { term: filled(each.term) }),
    })),
  };
}

function only(object: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}

function without(object: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
