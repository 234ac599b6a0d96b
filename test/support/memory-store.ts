import { cupOf } from '#domain/application/case/cup-of.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { apart } from '#domain/call/kind-and-edition.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { NotSent } from '#domain/reminder/not-sent.js';
import type { PostPeople } from '#domain/post/addressee.js';
import type { WakeRow } from '#persistence/wake/wake.js';
import {
  type ApplicationRow,
  type CasePeople,
  CaseStore,
  type CaseTransaction,
  type ChainedFact,
  type Changes,
  type DecidedMessage,
  type LoadedCase,
  type SealedDetail,
  type StreamHead,
  toFact,
} from '#use-cases/ports/case-store.js';
import { canonicalHash } from '#use-cases/ports/canonical-hash.js';
import type { EditionRef } from '#use-cases/ports/definitions.js';
import { type MailRow, MailStore, type MailTransaction } from '#use-cases/ports/mail-store.js';
import type { Answered } from '#use-cases/ports/once.js';

/** Who and what there is before anything happens. */
export interface MemoryWorld {
  union: string;
  definition: CallDefinition;
  /** Names of bodies by id, the union's included. */
  bodies: ReadonlyMap<string, string>;
  people: (applicant: string) => CasePeople;
  post: PostPeople;
}

type KeptMessage = MessageDecision & {
  id: string;
  state: DecidedMessage['state'] | 'sent' | 'failed';
  why: NotSent | null;
  mail?: string;
};

/** Cases and post in memory, behind the ports of PostgreSQL: rules of use cases are tested here in milliseconds. */
export class Memory {
  readonly streams = new Map<string, { head: StreamHead; facts: ChainedFact[]; details: SealedDetail[] }>();
  readonly applications = new Map<string, ApplicationRow>();
  readonly calls = new Map<string, string>();
  readonly messages: KeptMessage[] = [];
  readonly mails: MailRow[] = [];
  readonly documents: string[] = [];
  /** Hashes of their bytes. */
  readonly files: string[] = [];
  private readonly answers = new Map<string, Answered>();
  private wakes: Pick<WakeRow, 'kind' | 'target'>[] = [];
  private numbered = 0;

  readonly edition: EditionRef;

  constructor(readonly world: MemoryWorld) {
    this.edition = { id: 'edition', sha256: canonicalHash(world.definition) };
  }

  takeWakes(): Pick<WakeRow, 'kind' | 'target'>[] {
    return this.wakes.splice(0);
  }

  facts(stream: string) {
    return (this.streams.get(stream)?.facts ?? []).map(toFact);
  }

  load(id: string): LoadedCase | undefined {
    const application = this.applications.get(id);
    const stream = this.streams.get(id)?.head;
    const callStream = application && this.streams.get(application.callId)?.head;
    if (application === undefined || stream === undefined || callStream === undefined) return undefined;
    const { bodies, definition, people } = this.world;
    return {
      stream,
      callStream,
      application,
      applicantName: bodies.get(application.applicantId) ?? '',
      definition,
      callFacts: this.facts(application.callId),
      facts: this.facts(id),
      besides: this.besides(application),
      told: this.messages
        .filter((each) => each.application === id)
        .map((each) => (each.why?.startsWith('perhaps ') === true ? { ...each, state: 'sent' } : each)),
      people: { ...people(application.applicantId), application: id },
      post: this.post(),
    };
  }

  /** Who is written to when, with the hours that are used up. */
  post(): PostPeople {
    const used = new Map<string, string[]>();
    for (const { personId, slot } of this.mails.filter((each) => each.state !== 'dropped'))
      used.set(personId, [...(used.get(personId) ?? []), slot]);
    return { ...this.world.post, used };
  }

  uses(id: string, cup: string) {
    return [...this.applications.values()]
      .filter((each) => each.id !== id && each.cup === cup)
      .map((each) => ({ cup, body: each.applicantId, live: !each.ended, number: each.number }));
  }

  private besides({ id, applicantId, attempt }: ApplicationRow) {
    return [...this.applications.values()]
      .filter((each) => each.id !== id && each.applicantId === applicantId && !each.ended)
      .map((each) => ({ id: each.id, number: each.number, later: each.attempt > attempt }));
  }

  readonly onCases: CaseTransaction = {
    answered: async ({ key }) => this.answers.get(key),
    load: async (id) => this.load(id),
    usesOf: async ({ id }, cup) => this.uses(id, cup),
    loadCall: async (id) => {
      const stream = this.streams.get(id)?.head;
      if (stream?.kind !== 'call') return undefined;
      const { definition } = this.world;
      return { stream, slug: this.calls.get(id) ?? '', definition, facts: this.facts(id) };
    },
    factsInCall: async (call) => this.of(call).map((each) => this.facts(each.id)),
    definition: async () => ({ definition: this.world.definition, edition: this.edition }),
    live: async (_union, _definition, bodies) =>
      [...this.applications.values()]
        .filter((each) => !each.ended && bodies.includes(each.applicantId))
        .map(({ applicantId: body }) => ({ body, name: this.world.bodies.get(body) ?? '' })),
    openingBodies: async (bodies, call) =>
      new Map(
        bodies.map((body) => {
          const earlier = this.of(call).filter((each) => each.applicantId === body).length;
          return [
            body,
            {
              name: this.world.bodies.get(body) ?? '',
              people: this.world.people(body),
              post: this.post(),
              earlier,
            },
          ];
        }),
      ),
    countOn: async (_union, _kind, _year, count) => ({
      ipa: 'ULL',
      first: (this.numbered += count) - count + 1,
    }),
    slugs: async () => new Set([...this.applications.values()].map((each) => each.slug)),
    commit: async (changes, answer, key) => {
      this.put(changes);
      const woken = changes.wakes.ofCall === undefined ? [] : this.of(changes.wakes.ofCall);
      const applications = woken.length;
      if (key !== undefined) {
        const response = structuredClone(answer(applications));
        this.answers.set(key.key, { requestHash: key.requestHash, response });
      }
      return { applications };
    },
  };

  private of(call: string | undefined): ApplicationRow[] {
    return [...this.applications.values()].filter((each) => each.callId === call);
  }

  private put(changes: Changes): void {
    const { call, opened = [], stream, wakes } = changes;
    for (const head of [...(call === undefined ? [] : [call.stream]), ...opened.map((each) => each.stream)]) {
      this.streams.set(head.id, { head, facts: [], details: [] });
    }
    if (call !== undefined) this.calls.set(call.stream.id, call.slug);
    for (const { row } of opened) this.applications.set(row.id, row);
    for (const fact of changes.facts) {
      const kept = this.streams.get(fact.streamId);
      kept?.facts.push(fact);
      kept?.details.push(...changes.details.filter((each) => each.factId === fact.id));
    }
    if (stream !== undefined) {
      const kept = this.streams.get(stream.id);
      if (kept !== undefined) kept.head = stream;
    }
    this.documents.push(...(changes.documents ?? []).map((each) => each.id));
    this.files.push(...(changes.documents ?? []).map((each) => each.sha256));
    this.insert(changes.messages);
    if (changes.projection !== undefined) this.applications.set(changes.projection.id, changes.projection);
    this.wake('post', wakes.post);
    this.wake('application', wakes.applications);
    if (wakes.ofCall !== undefined) {
      this.wake(
        'application',
        this.of(wakes.ofCall).map((each) => each.id),
      );
    }
  }

  private insert(messages: readonly DecidedMessage[]): void {
    const known = new Set(this.messages.map((each) => each.key));
    this.messages.push(...messages.filter((each) => !known.has(each.key)).map((each) => ({ ...each })));
  }

  private wake(kind: WakeRow['kind'], targets: readonly string[]): void {
    this.wakes.push(...targets.map((target) => ({ kind, target })));
  }

  readonly onMails: MailTransaction = {
    lock: async () => undefined,
    load: async (id) => ({
      person: { id, unionId: this.world.union, name: id, email: `${id}@comuni.example` },
      people: this.world.post,
      waiting: this.messages.filter(
        (each) => each.person === id && each.state === 'pending' && each.mail === undefined,
      ),
      used: this.mails
        .filter((each) => each.personId === id && each.state !== 'dropped')
        .map((each) => each.slot),
      ...begunBy(this.mails.find((each) => each.personId === id && each.state === 'sending')),
    }),
    sleptOver: async (_union, before) => {
      const moments = [...this.applications.values()].flatMap(({ ended, nextMoment }) =>
        !ended && nextMoment !== null && nextMoment.getTime() < before ? [nextMoment.getTime()] : [],
      );
      return moments.length === 0 ? undefined : Math.max(...moments);
    },
    mailAt: async (person, slot) =>
      this.mails.find((each) => each.personId === person && each.slot === slot && each.state !== 'dropped'),
    inMail: async (mail) => this.messages.filter((each) => each.mail === mail),
    countAt: async (person, slot) =>
      this.mails.filter((each) => each.personId === person && each.slot === slot).length,
    cases: async (ids) =>
      this.messages
        .filter((each) => ids.includes(each.id))
        .map((message) => {
          const loaded = this.load(message.application);
          if (loaded === undefined) throw new Error('a message has its case');
          const { definition, facts, callFacts, application, stream } = loaded;
          const { number } = application;
          return {
            message,
            definition,
            facts,
            callFacts,
            number,
            application: application.id,
            chainHead: stream.head,
            people: loaded.people,
          };
        }),
    words: async ({ application }) => {
      const loaded = this.load(application);
      if (loaded === undefined) throw new Error('a message has its case');
      const named = [...this.world.post.reachable].map((id) => ({ id, name: id }));
      return { comune: loaded.applicantName, named };
    },
    desk: async () => ({
      applications: [],
      unionBody: '',
      people: { people: new Map(), memberships: [], absences: [] },
      silences: [],
      undelivered: [],
    }),
    unsettled: async (id) => this.mails.find((each) => each.id === id && each.state === 'sending'),
    about: async (mail) => {
      const message = this.messages.find((each) => each.mail === mail);
      const loaded = message && this.load(message.application);
      return loaded && { application: loaded.application.id, people: loaded.people };
    },
    commit: async ({ skipped, mail, again, wakes = [] }) => {
      for (const { id, why } of skipped) {
        this.change((each) => each.id === id, { state: 'skipped', why });
        for (const each of this.messages.filter((message) => message.id === id)) delete each.mail;
      }
      if (again !== undefined) {
        for (const each of this.mails.filter(({ id }) => id === again.mail.id))
          Object.assign(each, again.mail);
      }
      this.wake('application', wakes);
      if (mail === undefined) return;
      this.mails.push({ ...mail.row });
      this.change((each) => mail.messages.includes(each.id), { mail: mail.row.id });
    },
    settle: async ({ mail, messages, told }) => {
      for (const each of this.mails.filter(({ id }) => id === mail.id)) Object.assign(each, mail);
      if (messages !== undefined) this.change((each) => each.mail === mail.id, messages);
      this.insert(told);
      this.wake(
        'post',
        told.map((each) => each.person),
      );
    },
  };

  private change(which: (message: KeptMessage) => boolean, to: Partial<KeptMessage>): void {
    for (const message of this.messages.filter(which)) Object.assign(message, to);
  }
}

function begunBy(mail: MailRow | undefined): { begun?: MailRow } {
  return mail === undefined ? {} : { begun: mail };
}

export class MemoryCaseStore extends CaseStore {
  constructor(private readonly memory: Memory) {
    super();
  }

  override transact<T>(_acting: unknown, work: (on: CaseTransaction) => Promise<T>): Promise<T> {
    return work(this.memory.onCases);
  }

  override async look(id: string) {
    const loaded = this.memory.load(id);
    const cup = loaded && cupOf(loaded.facts);
    return loaded && { ...loaded, cupUses: cup === undefined ? [] : this.memory.uses(id, cup) };
  }

  override async applications(): Promise<string[]> {
    return [...this.memory.applications.keys()];
  }

  override async *chains() {
    for (const { head, facts, details } of this.memory.streams.values()) {
      yield { stream: head, facts, details };
    }
  }

  override async *documents() {
    yield* new Set(this.memory.files);
  }

  override async editions() {
    const { calls, edition, world } = this.memory;
    return [{ ...edition, ...apart(world.definition), calls: [...calls.keys()] }];
  }
}

export class MemoryMailStore extends MailStore {
  constructor(private readonly memory: Memory) {
    super();
  }

  override transact<T>(work: (on: MailTransaction) => Promise<T>): Promise<T> {
    return work(this.memory.onMails);
  }
}
