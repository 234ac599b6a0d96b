import { epochMs, instantAt, isoInstant } from '#domain/calendar/local-date.js';
import type { FileFault, SpoiltPaper } from '#domain/document/reading.js';
import { StandingClock } from '../../../apps/cli/story/standing-clock.js';
import { DocumentStore, type DocumentState } from '../ports/document-store.js';
import { FileNews } from '../ports/file-news.js';
import type { SendOutcome } from '../ports/mailer.js';
import { type Reading, type ReadStep, StoredFiles } from '../ports/stored-files.js';
import { LookAfterFiles } from './look-after-files.js';

/** Files by name, in memory. */
class Kept extends StoredFiles {
  row: Reading = { files: 0, anySpoilt: false };
  readonly steps: ReadStep[] = [];
  readonly found = new Map<string, FileFault>();
  readonly told_: string[] = [];
  constructor(private readonly names: readonly string[]) {
    super();
  }
  override reading = async () => ({ ...this.row, anySpoilt: this.found.size > 0 });
  override after = async (_union: string, from: string, limit: number) =>
    this.names
      .filter((name) => name > from)
      .slice(0, limit)
      .map((sha256) => ({ sha256, bytes: 10 }));
  override async keep(_union: string, step: ReadStep): Promise<void> {
    this.steps.push(step);
    for (const name of step.whole) this.found.delete(name);
    for (const { sha256, fault } of step.spoilt) this.found.set(sha256, fault);
    const news = this.found.size > 0 ? { tellAt: step.tellAt } : {};
    this.row = { ...this.row, next: step.at, after: step.after, ...news };
  }
  override async end(_union: string, _at: number, next: number): Promise<void> {
    const { after: _after, ...row } = this.row;
    this.row = { ...row, next };
  }
  override untold = async (): Promise<SpoiltPaper[]> =>
    [...this.found].map(([sha256, fault]) => ({
      sha256,
      fault,
      fileName: sha256,
      applicant: 'Rivello',
      number: '1',
    }));
  override office = async () => [{ name: 'Rocco', address: 'rocco@unione.example' }];
  override async told(_union: string, sha256: readonly string[]): Promise<void> {
    this.told_.push(...sha256);
    const { tellAt: _tellAt, ...row } = this.row;
    this.row = row;
  }
  override async tellLater(_union: string, _sha256: readonly string[], at: number): Promise<void> {
    this.row = { ...this.row, tellAt: at };
  }
}

class Disk extends DocumentStore {
  constructor(private readonly states: Readonly<Record<string, DocumentState>>) {
    super();
  }
  override put(): never {
    throw new Error('nothing is put here');
  }
  override get(): never {
    throw new Error('nothing is got here');
  }
  override check = async (sha256: string) => this.states[sha256] ?? 'whole';
}

class Told extends FileNews {
  readonly keys: string[] = [];
  outcome: SendOutcome = { kind: 'accepted', response: '250' };
  override async send(_to: { name: string }, { key }: { key: string }): Promise<SendOutcome> {
    this.keys.push(key);
    return this.outcome;
  }
}

const clock = () => new StandingClock(epochMs(instantAt('2027-03-26', '10:00')));
const nobody = () => undefined;

test('a reading that was never done is due; it says when the next one is', async () => {
  const kept = new Kept(['a', 'b']);
  const files = new LookAfterFiles(kept, new Disk({}), new Told(), clock());
  expect(await files.look('u')).toMatchObject({ now: 'read', waitMs: 0 });
  await files.read('u', nobody);
  expect(kept.steps).toMatchObject([{ from: '', after: 'b', whole: ['a', 'b'], spoilt: [] }]);
  expect(isoInstant(kept.row.next ?? 0)).toBe(instantAt('2027-03-28', '03:00'));
  // Asked twice, it is done once.
  await files.read('u', nobody);
  expect(kept.steps).toHaveLength(1);
});

test('a thousand files take steps of five hundred, and a program that ends leaves the rest', async () => {
  const names = Array.from({ length: 1001 }, (_, n) => String(n).padStart(4, '0'));
  const kept = new Kept(names);
  const files = new LookAfterFiles(kept, new Disk({}), new Told(), clock());
  await files.read('u', nobody, AbortSignal.abort());
  expect(kept.steps.at(-1)).toMatchObject({ from: '', after: '', whole: [] });
  for (let steps = 0; (await files.look('u')).now === 'read'; steps += 1) {
    expect(steps).toBeLessThan(5);
    await files.read('u', nobody);
  }
  expect(kept.steps.map(({ whole }) => whole.length)).toEqual([0, 500, 500, 1]);
});

test('what is found is told once; half an hour later where the mail server is away', async () => {
  const kept = new Kept(['a', 'b', 'c']);
  const news = new Told();
  const time = clock();
  const files = new LookAfterFiles(kept, new Disk({ a: 'lost', b: 'changed' }), news, time);
  await files.read('u', nobody);
  expect(Object.fromEntries(kept.found)).toEqual({ a: 'lost', b: 'changed' });
  expect(await files.look('u')).toMatchObject({ now: 'tell', what: 'tell' });
  news.outcome = { kind: 'retry', code: 'ETIMEDOUT', response: '' };
  await files.tell('u');
  expect(await files.look('u')).toMatchObject({ waitMs: 30 * 60_000, what: 'tell' });
  news.outcome = { kind: 'accepted', response: '250' };
  await files.tell('u');
  expect(kept.told_).toEqual(['a', 'b']);
  expect(new Set(news.keys).size).toBe(1);
  // The next night, since something is to be restored.
  expect(await files.look('u')).toMatchObject({ what: 'files', on: '2027-03-27' });
});

test('one of the office whose mailbox is full is no reason to write to another again', async () => {
  const kept = new Kept(['a']);
  kept.office = async () => [
    { name: 'Rocco', address: 'rocco@unione.example' },
    { name: 'Marta', address: 'marta@unione.example' },
  ];
  const news = new Told();
  const files = new LookAfterFiles(kept, new Disk({ a: 'lost' }), news, clock());
  await files.read('u', nobody);
  const send = news.send.bind(news);
  news.send = async (to, ...more) => {
    news.outcome =
      to.name === 'Marta'
        ? { kind: 'retry', code: '452', response: '' }
        : { kind: 'accepted', response: '250' };
    return send(to, ...more);
  };
  await files.tell('u');
  expect(news.keys).toHaveLength(2);
  expect(kept.told_).toEqual(['a']);
});
