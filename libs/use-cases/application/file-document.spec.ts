import { Readable } from 'node:stream';
import { MemoryDesk, refusedWith } from '../../../test/support/memory-desk.js';
import { DocumentStore } from '../ports/document-store.js';
import { FileDocument, type Upload } from './file-document.js';

class Kept extends DocumentStore {
  readonly held = new Set<string>();
  override async put(content: Readable) {
    const sha256 = `sha of ${(await content.toArray()).join('')}`;
    this.held.add(sha256);
    return {
      ok: true as const,
      sha256,
      bytes: 3,
      discard: async () => {
        this.held.delete(sha256);
      },
    };
  }
  override async check() {
    return 'whole' as const;
  }
  override async get(): Promise<Readable> {
    throw new Error('nothing is read here');
  }
}

let desk: MemoryDesk;
let store: Kept;
let fileDocument: FileDocument;

beforeEach(async () => {
  desk = await MemoryDesk.launched();
  store = new Kept();
  fileDocument = new FileDocument(desk.cases, desk.queries, store, desk.clock);
  await desk.cases.record({ as: 'person', person: 'antonio' }, rivello(), () => [
    {
      fact: {
        type: 'milestone.recorded',
        legalDate: '2024-05-08',
        legalTime: '10:00:00',
        legalSource: 'received',
        channel: 'web',
        actor: 'antonio',
        body: { milestone: 'participation', data: {}, proof: 'proof', outcome: 'yes' },
      },
    },
  ]);
});

const rivello = () => desk.of['rivello'] ?? '';
const upload = (more: Partial<Upload> = {}): Upload => ({
  requirement: 'participationAct',
  fileName: 'delibera.pdf',
  mediaType: 'application/pdf',
  channel: 'web',
  acting: { actingBody: 'rivello' },
  content: Readable.from(['abc']),
  ...more,
});

test('a paper that is asked for is kept, filed and confirmed with hash and hour', async () => {
  const confirmed = await fileDocument.run(desk.actor('giulia'), rivello(), upload());
  expect(confirmed).toMatchObject({ sha256: 'sha of abc', filedOn: '2024-05-08', filedAt: '10:00' });
  expect(desk.facts('rivello').at(-1)).toMatchObject({
    type: 'document.filed',
    body: { requirement: 'participationAct', document: confirmed.document },
  });
  expect(desk.memory.documents).toEqual([confirmed.document]);
});

test('what is not asked for is refused before a byte is read, and leaves no file behind', async () => {
  const content = Readable.from(['abc']);
  const wrong = upload({ requirement: 'signedContract', content });
  expect(await refusedWith(fileDocument.run(desk.actor('giulia'), rivello(), wrong))).toBe('DOC-101');
  expect(content.readableDidRead).toBe(false);
  expect(store.held.size).toBe(0);
});

test('what the record refuses after the file was read leaves no file behind either', async () => {
  // A repeat is not asked before: its stage may have gone on since.
  const late = upload({ requirement: 'signedContract', idempotencyKey: 'k' });
  expect(await refusedWith(fileDocument.run(desk.actor('giulia'), rivello(), late))).toBe('DOC-101');
  expect(store.held.size).toBe(0);
});

test('a proof is kept and files nothing by itself', async () => {
  const before = desk.facts('rivello').length;
  const kept = await fileDocument.run(desk.actor('giulia'), rivello(), upload({ requirement: 'proof' }));
  expect(desk.memory.documents).toEqual([kept.document]);
  expect(desk.facts('rivello')).toHaveLength(before);
});

test('a program is refused whatever it was sent as', async () => {
  const program = upload({ fileName: 'delibera.exe' });
  expect(await refusedWith(fileDocument.run(desk.actor('giulia'), rivello(), program))).toBe('DOC-208');
});

test('legal time is that of the last byte, where the file lay here before', async () => {
  const lastByteAt = Date.now() - 2 * 3_600_000;
  const confirmed = await fileDocument.run(desk.actor('giulia'), rivello(), upload({ lastByteAt }));
  // The real instant of the byte, on a clock that goes on while the test runs.
  expect(['07:59', '08:00']).toContain(confirmed.filedAt);
});

test('its size is asked before it is sent', async () => {
  const { content: _none, ...unread } = upload();
  const wanted = (bytes: number | undefined) =>
    refusedWith(fileDocument.demandWanted(desk.actor('giulia'), rivello(), unread, bytes));
  expect(await wanted(undefined)).toBe('DOC-204');
  expect(await wanted(0)).toBe('DOC-201');
  expect(await wanted(51 * 1_048_576)).toBe('DOC-202');
  expect(await wanted(10)).toBe('done');
});

test('the office files in the union’s own name what is asked of it, and nothing else', async () => {
  const papers = desk.memory.world.definition.stages.flatMap((stage) => stage.requirements);
  const asked = papers.find((each) => each.id === 'serviceList');
  if (asked?.kind !== 'document') throw new Error('SEND asks for it');
  asked.from = ['deskOfficer'];
  const own = (requirement: string) => upload({ requirement, acting: { actingBody: 'union' } });
  await fileDocument.run(desk.actor('marta'), rivello(), own('serviceList'));
  expect(desk.facts('rivello').at(-1)).toMatchObject({ type: 'document.filed', actor: 'marta' });
  expect(desk.facts('rivello').at(-1)?.onBehalfOf).toBeUndefined();
  for (const requirement of ['participationAct', 'proof']) {
    expect(await refusedWith(fileDocument.run(desk.actor('marta'), rivello(), own(requirement)))).toBe(
      'ACC-05',
    );
  }
});
