/** A file that waits in this browser for its form. */
interface KeptFile {
  readonly key: string;
  readonly person: string;
  readonly file: File;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FILES = 'files';

/**
 * Files too large for what a tab keeps, as they are, until they are used or a day has passed. A browser that keeps
 * nothing still works: a reload then asks for the file again.
 */
export const keptFiles = {
  /** @returns key under which it is found again; undefined where nothing is kept. */
  async keep(person: string, file: File): Promise<string | undefined> {
    const key = crypto.randomUUID();
    const entry: KeptFile = { key, person, file, at: Date.now() };
    const done = await inStore('readwrite', (store) => store.put(entry, key));
    return done === undefined ? undefined : key;
  },
  /** Only the person's own, and only for a day. */
  async find(person: string, key: string): Promise<File | undefined> {
    const found = (await inStore('readonly', (store) => store.get(key))) as KeptFile | undefined;
    return found?.person === person && found.at > Date.now() - DAY_MS ? found.file : undefined;
  },
  async drop(key: string): Promise<void> {
    await inStore('readwrite', (store) => store.delete(key));
  },
  /** Drops what is a day old, whosever it is, and all of a person who signs out. */
  async sweep(leaving?: string): Promise<void> {
    const all = ((await inStore('readonly', (store) => store.getAll())) ?? []) as KeptFile[];
    const over = all.filter(({ person, at }) => person === leaving || at <= Date.now() - DAY_MS);
    await Promise.all(over.map(({ key }) => keptFiles.drop(key)));
  },
};

/** One request to the browser's store; undefined where there is none. */
async function inStore(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  try {
    const opening = indexedDB.open('capofila', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(FILES));
    const database = (await answerOf(opening)) as IDBDatabase;
    try {
      return await answerOf(ask(database.transaction(FILES, mode).objectStore(FILES)));
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function answerOf(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the store does not answer')));
  });
}
