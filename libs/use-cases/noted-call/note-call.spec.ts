import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import type { NotedCall, NotedCallRequest } from '#contracts/noted-call.js';
import { NotedCalls, type NotedTransaction, type NotedWords } from '../ports/noted-calls.js';
import type { Answered, Idempotency } from '../ports/once.js';
import { NoteCall } from './note-call.js';

/** What is noted, in memory. */
class MemoryNoted extends NotedCalls {
  readonly rows: (NotedWords & { id: string; slug: string; version: number })[] = [];
  private readonly answers = new Map<string, Answered>();

  override async list(): Promise<NotedCall[]> {
    return this.rows as unknown as NotedCall[];
  }

  override async find(_person: string, id: string): Promise<NotedCall | undefined> {
    return this.rows.find((each) => [each.id, each.slug].includes(id)) as unknown as NotedCall | undefined;
  }

  override transact<T>(_person: string, work: (on: NotedTransaction) => Promise<T>): Promise<T> {
    return work({
      answered: async ({ key }: Idempotency) => this.answers.get(key),
      isNoted: async (link, but) =>
        this.rows.some((each) => each.link.toLowerCase() === link.toLowerCase() && each.id !== but),
      slugs: async (base) =>
        new Set(this.rows.map((each) => each.slug).filter((slug) => slug.startsWith(base))),
      add: async (noted, words, key) => {
        this.rows.push({ ...words, ...noted, version: 1 });
        if (key !== undefined) {
          this.answers.set(key.key, { requestHash: key.requestHash, response: noted });
        }
      },
      correct: async (id, words, seen) => {
        const row = this.rows.find((each) => each.id === id);
        if (row === undefined || (seen !== undefined && seen !== row.version)) return { changes: [] };
        Object.assign(row, words, { version: row.version + 1 });
        return null;
      },
    });
  }

  override async putAway(): Promise<void> {}
}

let desk: MemoryDesk;
let noted: MemoryNoted;
let calls: NoteCall;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  noted = new MemoryNoted();
  calls = new NoteCall(noted, desk.clock);
});

const words = (more: Partial<NotedCallRequest> = {}): NotedCallRequest => ({
  actingBody: 'union',
  title: 'PDND: Comuni',
  funder: 'Dipartimento',
  link: 'https://x.example/131',
  end: '2024-06-20',
  cutOff: '14:00',
  source: 'art. 8',
  ...more,
});
const note = (more?: Partial<NotedCallRequest>, key?: Idempotency) =>
  calls.note(desk.actor('marta'), words(more), key);

test('a link is noted once, however it is written, and another call of the same title gets an address of its own', async () => {
  expect(await note()).toMatchObject({ slug: 'pdnd-comuni' });
  expect(await refusedWith(note({ title: 'Altro', link: 'https://X.example/131' }))).toBe('AVV-15');
  expect(await note({ link: 'https://x.example/132' })).toMatchObject({ slug: 'pdnd-comuni-2' });
});

test('the same request under one key is answered as before, another one under it is refused', async () => {
  const key = { key: 'k', requestHash: 'h' };
  const first = await note({}, key);
  expect(await note({}, key)).toEqual(first);
  expect(await refusedWith(note({ title: 'Altro' }, { key: 'k', requestHash: 'other' }))).toBe('API-02');
  expect(noted.rows).toHaveLength(1);
});

test('a correction takes no link of another one, keeps its own, and is refused to who has not seen the last', async () => {
  const { id } = await note();
  await note({ link: 'https://x.example/132' });
  const correct = (more: Partial<NotedCallRequest>, seen: number) =>
    refusedWith(calls.correct(desk.actor('marta'), id, words(more), seen));
  expect(await correct({ link: 'https://x.example/132' }, 1)).toBe('AVV-15');
  expect(await correct({ end: '2024-06-27' }, 1)).toBe('done');
  expect(await correct({ end: '2024-06-28' }, 1)).toBe('AVV-16');
  expect(noted.rows[0]).toMatchObject({ end: '2024-06-27', version: 2 });
});

test('only the office notes', async () => {
  expect(await refusedWith(calls.note(desk.actor('giulia'), words()))).toMatch(/^ACC-/);
});
