import type { DataSource, EntityManager } from 'typeorm';
import type { FileFault, FilesKnown, SpoiltPaper } from '#domain/document/reading.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { MailAddress } from '#use-cases/ports/mailer.js';
import { FilesInSight, type Reading, type ReadStep, StoredFiles } from '#use-cases/ports/stored-files.js';
import { asPerson, asWorker } from '../scoped.js';
import { answered } from '../unavailable.js';

/** Files that are not what was filed, with each paper that they are the content of. */
async function spoiltPapers(
  manager: EntityManager,
  where: string,
  parameters: unknown[] = [],
): Promise<SpoiltPaper[]> {
  return manager.query(
    `select s.sha256, s.fault, d.file_name as "fileName", b.name as applicant, a.number
       from spoilt_file s join document d on d.union_id = s.union_id and d.sha256 = s.sha256
       join application a on a.id = d.application_id join body b on b.id = a.applicant_id
      where s.healed_at is null and ${where}
      order by s.found_at, a.number, d.file_name`,
    parameters,
  );
}

export class PostgresStoredFiles extends StoredFiles {
  constructor(private readonly database: DataSource) {
    super();
  }

  override reading(union: string): Promise<Reading> {
    return asWorker(this.database, async (manager) => {
      const [row]: ReadingRow[] = await manager.query(
        `select r.next_at as "next", r.after, case when r.after is null then coalesce(r.ended_files, 0) else r.files end as files,
                (select min(tell_at) from spoilt_file s
                  where s.union_id = u.id and s.healed_at is null and s.told_at is null) as "tellAt",
                exists (select 1 from spoilt_file s where s.union_id = u.id and s.healed_at is null) as "anySpoilt"
           from union_ u left join file_reading r on r.union_id = u.id where u.id = $1`,
        [union],
      );
      if (row === undefined) throw new Error(`no union ${union}`);
      const { next, after, files, tellAt, anySpoilt } = row;
      return {
        files,
        anySpoilt,
        ...(next === null ? {} : { next: next.getTime() }),
        ...(after === null ? {} : { after }),
        ...(tellAt === null ? {} : { tellAt: tellAt.getTime() }),
      };
    });
  }

  override after(union: string, sha256: string, limit: number): Promise<{ sha256: string; bytes: number }[]> {
    return asWorker(this.database, (manager) =>
      manager.query(
        `select sha256, min(bytes)::float8 as bytes from document
          where union_id = $1 and sha256 > $2 group by sha256 order by sha256 limit $3`,
        [union, sha256, limit],
      ),
    );
  }

  override keep(union: string, step: ReadStep): Promise<void> {
    const { from, after, whole, spoilt, at, tellAt } = step;
    const read = whole.length + spoilt.length;
    return asWorker(this.database, async (manager) => {
      const moved: unknown[] = await manager.query(
        `insert into file_reading as r (union_id, next_at, after, files) values ($1, $2, $3, $4)
         on conflict (union_id) do update
           set next_at = $2, after = $3, files = case when r.after is null then $4 else r.files + $4 end
           where coalesce(r.after, '') = $5
         returning r.union_id`,
        [union, new Date(at), after, read, from],
      );
      if (moved.length === 0) return;
      const healed: { sha256: string }[] = await manager.query(
        `select sha256 from spoilt_file where union_id = $1 and sha256 = any ($2) and healed_at is null`,
        [union, whole],
      );
      if (healed.length > 0) {
        await manager.query(
          `update spoilt_file set healed_at = $3 where union_id = $1 and sha256 = any ($2)`,
          [union, healed.map(({ sha256 }) => sha256), new Date(at)],
        );
      }
      if (spoilt.length === 0) return;
      // What is known stays known, whatever else is wrong with it; what was right meanwhile is news again.
      await manager.query(
        `insert into spoilt_file as s (union_id, sha256, fault, found_at, tell_at)
           select $1, f.sha256, f.fault, $4, $5 from unnest($2::text[], $3::text[]) f (sha256, fault)
         on conflict (union_id, sha256) do update set
           fault = excluded.fault, healed_at = null,
           found_at = case when s.healed_at is null then s.found_at else excluded.found_at end,
           tell_at = case when s.healed_at is null then s.tell_at else excluded.tell_at end,
           told_at = case when s.healed_at is null then s.told_at end`,
        [
          union,
          spoilt.map((each) => each.sha256),
          spoilt.map((each): FileFault => each.fault),
          new Date(at),
          new Date(tellAt),
        ],
      );
    });
  }

  override async end(union: string, at: number, next: number): Promise<void> {
    await this.write(
      `update file_reading set next_at = $3, after = null, ended_at = $2, ended_files = files where union_id = $1`,
      [union, new Date(at), new Date(next)],
    );
  }

  override untold(union: string, now: number): Promise<SpoiltPaper[]> {
    return asWorker(this.database, (manager) =>
      spoiltPapers(manager, 's.union_id = $1 and s.told_at is null and s.tell_at <= $2', [
        union,
        new Date(now),
      ]),
    );
  }

  override office(union: string, now: number): Promise<MailAddress[]> {
    return asWorker(this.database, (manager) =>
      manager.query(
        `with office as (
           select distinct p.name, p.email as address, h.role from person p
             cross join held_memberships(p.id, $2) h
             join body b on b.id = h.body_id and b.kind = 'union'
            where p.union_id = $1 and p.deactivated_at is null and p.email is not null
              and h.role in ('headOfOffice', 'deskOfficer'))
         select distinct name, address from office
          where role = 'headOfOffice' or not exists (select 1 from office where role = 'headOfOffice')
          order by name`,
        [union, localAt(now).date],
      ),
    );
  }

  override async told(union: string, sha256: readonly string[], at: number): Promise<void> {
    await this.write(`update spoilt_file set told_at = $3 where union_id = $1 and sha256 = any ($2)`, [
      union,
      sha256,
      new Date(at),
    ]);
  }

  override async tellLater(union: string, sha256: readonly string[], at: number): Promise<void> {
    await this.write(`update spoilt_file set tell_at = $3 where union_id = $1 and sha256 = any ($2)`, [
      union,
      sha256,
      new Date(at),
    ]);
  }

  private async write(sql: string, parameters: unknown[]): Promise<void> {
    await asWorker(this.database, (manager) => manager.query(sql, parameters));
  }
}

interface ReadingRow {
  next: Date | null;
  after: string | null;
  files: number;
  tellAt: Date | null;
  anySpoilt: boolean;
}

export class PostgresFilesInSight extends FilesInSight {
  constructor(private readonly database: DataSource) {
    super();
  }

  override known(person: string): Promise<FilesKnown> {
    return asPerson(this.database, person, async (manager) => {
      const [read]: { at: Date | null; files: number | null }[] = await manager.query(
        'select ended_at as at, ended_files as files from file_reading',
      );
      return {
        files: read?.files ?? 0,
        spoilt: await spoiltPapers(manager, 'true'),
        ...(read?.at == null ? {} : { readAt: read.at.toISOString() }),
      };
    });
  }

  override async counts(): Promise<{ readAt?: string; spoilt: number }> {
    const rows: { at: Date | null; spoilt: number }[] = await answered(
      // A union whose files were never read counts: then not all have been.
      this.database.query(`select nullif(read_at, '-infinity') as at, spoilt from stored_files()`),
    );
    const [{ at, spoilt } = { at: null, spoilt: 0 }] = rows;
    return { spoilt, ...(at === null ? {} : { readAt: at.toISOString() }) };
  }
}
