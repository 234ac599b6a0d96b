import { type Actor } from '#domain/access/can.js';
import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import type { Membership } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import { CaseQueries, type Applicant } from '#use-cases/ports/case-queries.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { Refusal } from '#use-cases/refusal.js';
import { StandingClock } from '../../apps/cli/story/standing-clock.js';
import { MemoryFiles } from './memory-files.js';
import { Memory, MemoryCaseStore } from './memory-store.js';
import { sendDefinition } from './send-definition.js';

const HELD: [string, Role, string][] = [
  ['antonio', 'legalRepresentative', 'rivello'],
  ['silvia', 'secretary', 'rivello'],
  ['giulia', 'referent', 'rivello'],
  ['carlo', 'accounts', 'rivello'],
  ['nadia', 'referent', 'trecchina'],
  ['marta', 'deskOfficer', 'union'],
  ['rocco', 'headOfOffice', 'union'],
  ['aurora', 'auditor', 'union'],
];
const BODIES = { rivello: 'Rivello', trecchina: 'Trecchina', union: 'Unione' };

/** An office, two comuni and a call for both, in memory: rules of use cases are tried here without any server. */
export class MemoryDesk {
  readonly clock = new StandingClock(epochMs(instantAt('2024-05-08', '10:00')));
  readonly memory: Memory;
  readonly cases: CaseRecord;
  readonly queries: CaseQueries;
  readonly files: MemoryFiles;
  call = '';
  /** Application of each comune. */
  readonly of: Record<string, string> = {};

  private constructor() {
    const memberships = HELD.map(([person, role, body]): Membership => ({
      person,
      role,
      body,
      from: '2020-01-01',
    }));
    const closures = { periods: [] };
    const people = { unionBody: 'union', memberships, absences: [], closures };
    this.memory = new Memory({
      union: 'u',
      definition: sendDefinition(),
      bodies: new Map(Object.entries(BODIES)),
      people: (applicant) => ({ ...people, applicant }),
      post: {
        memberships,
        absences: [],
        closures: new Map(Object.keys(BODIES).map((body) => [body, closures])),
        reachable: new Set(HELD.map(([person]) => person)),
        wishes: new Map(),
        used: new Map(),
      },
    });
    this.cases = new CaseRecord(new MemoryCaseStore(this.memory), this.clock);
    this.queries = new MemoryQueries(this.memory);
    this.files = new MemoryFiles(this.memory);
  }

  /** With the call launched for both comuni on 8 May 2024 at ten. */
  static async launched(): Promise<MemoryDesk> {
    const desk = new MemoryDesk();
    const { id, version } = desk.memory.world.definition;
    const applicants = ['rivello', 'trecchina'].map((body) => ({
      body,
      amountCents: 2_314_700,
      participants: [],
    }));
    const marta = { as: 'person' as const, person: 'marta' };
    const launch = { unionId: 'u', definition: { id, version }, confirmed: [], applicants, actor: 'marta' };
    const launched = await desk.cases.launch(marta, launch);
    if (!launched.ok) throw new Error(launched.refused.code);
    desk.call = launched.value.call.id;
    for (const each of launched.value.applications) desk.of[each.applicant] = each.id;
    return desk;
  }

  at(date: LocalDate, time = '10:00'): this {
    this.clock.moveTo(epochMs(instantAt(date, time)));
    return this;
  }

  actor(person: string): Actor {
    const memberships = HELD.filter(([holder]) => holder === person).map(([, role, body]) => ({
      role,
      body,
    }));
    return { person, union: 'u', unionBody: 'union', memberships };
  }

  facts(comune: string): Fact[] {
    return this.memory.facts(this.of[comune] ?? '');
  }
}

/** What a person may see: the office all, others the applications of their bodies. */
class MemoryQueries extends CaseQueries {
  constructor(private readonly memory: Memory) {
    super();
  }

  override async find(person: string, idOrNumber: string) {
    const row = [...this.memory.applications.values()].find((each) =>
      [each.id, each.number, each.slug].includes(idOrNumber),
    );
    const bodies = HELD.filter(([holder]) => holder === person).map(([, , body]) => body);
    const seen = row !== undefined && (bodies.includes('union') || bodies.includes(row.applicantId));
    return seen ? { id: row.id, union: row.unionId, participants: [row.applicantId] } : undefined;
  }

  override async findCall(_person: string, id: string) {
    const { id: definition, version } = this.memory.world.definition;
    return this.memory.calls.has(id) ? { id, definition: { id: definition, version } } : undefined;
  }

  override async changes(_person: string, facts: readonly string[]) {
    return [...this.memory.streams.values()]
      .flatMap((each) => each.facts)
      .filter((fact) => facts.includes(fact.id))
      .map(({ id, type, recordedAt, actorId }) => ({
        fact: id,
        type,
        recordedAt: isoInstant(recordedAt.getTime()),
        by: actorId,
        of: null,
      }));
  }

  override async applicants(): Promise<Applicant[]> {
    return Object.entries(BODIES).map(([body, name]) => ({
      body,
      name,
      istat: body === 'union' ? null : body,
      kind: body === 'union' ? 'union' : 'comune',
      residents: [{ on: '2022-01-01', count: 2500 }],
    }));
  }

  override async messages() {
    return [];
  }

  override async calls() {
    return [];
  }

  override async document(_person: string, _application: string, document: string) {
    const known = this.memory.documents.includes(document);
    return known ? { sha256: 'a', fileName: 'a.pdf', mediaType: 'application/pdf', bytes: 1 } : undefined;
  }
}

/** The code with which something is refused. */
export async function refusedWith(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}
