import { cupOf } from '#domain/application/case/cup-of.js';
import { isClosedOn } from '#domain/calendar/closures.js';
import { CaseFiles, type CallFile, type CaseFile } from '#use-cases/ports/case-files.js';
import type { Memory } from './memory-store.js';

/** Files of the cases in memory, as pages and previews read them; names are ids. */
export class MemoryFiles extends CaseFiles {
  constructor(private readonly memory: Memory) {
    super();
  }

  override async read(_person: string, id: string): Promise<CaseFile | undefined> {
    const { memory } = this;
    const loaded = memory.load(id);
    if (loaded === undefined) return undefined;
    const { application, stream, callStream, definition, facts, callFacts, people } = loaded;
    const waiting = memory.messages.filter((each) => each.state === 'pending' && each.mail === undefined);
    const cup = cupOf(facts);
    const { number, slug, unionId, callId, applicantId, attempt, amountCents, callSeq } = application;
    return {
      id,
      number,
      slug,
      union: unionId,
      call: { id: callId, number: '', slug: '' },
      applicant: { id: applicantId, name: loaded.applicantName },
      participants: [applicantId],
      attempt,
      amountCents,
      definition,
      streams: { call: callFacts, application: facts },
      seq: stream.seq,
      callSeq: callStream.seq,
      seenCallSeq: callSeq,
      ahead: { coming: () => [] },
      ...(callSeq === callStream.seq ? { looksAt: application.nextMoment?.getTime() ?? null } : {}),
      told: loaded.told,
      pending: waiting.filter((each) => each.application === id),
      cupUses: cup === undefined ? [] : memory.uses(id, cup),
      people,
      post: memory.post(),
      isClosed: isClosedOn(people.closures),
      names: new Map([...memory.world.post.reachable].map((name) => [name, { name, away: [] }])),
      bodies: memory.world.bodies,
      details: new Map(),
      documents: new Map(),
    };
  }

  override async usesOf(_person: string, { id }: { id: string }, cup: string) {
    return this.memory.uses(id, cup);
  }

  override async hashes() {
    return new Map<string, string>();
  }

  override async call(_person: string, id: string): Promise<CallFile | undefined> {
    const { memory } = this;
    const stream = memory.streams.get(id)?.head;
    if (stream === undefined) return undefined;
    const { definition, bodies } = memory.world;
    const facts = memory.facts(id);
    const of = { id, number: '', slug: memory.calls.get(id) ?? '', facts, seq: stream.seq };
    return { ...of, definition, bodies, names: new Map(), details: new Map(), hashes: new Map() };
  }

  override async ofCall(person: string, call: string): Promise<CaseFile[]> {
    const ids = [...this.memory.applications.values()].filter((each) => each.callId === call);
    const files = await Promise.all(ids.map((each) => this.read(person, each.id)));
    return files.filter((each) => each !== undefined);
  }
}
