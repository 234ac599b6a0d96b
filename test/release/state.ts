import type { DataSource } from 'typeorm';
import { asWorker } from '#persistence/scoped.js';

/** What a release must not change by itself: where each case stands, what is on record, and what was told. */
export interface State {
  /** Of each application: what pages and mails say of it, by its name. */
  cases: Record<string, Record<string, unknown>>;
  /** Of each stream, by its number: how many facts, and the last one's hash. */
  chains: Record<string, string>;
  /** What each message said, to whom and how it ended; under whatever key it was decided. */
  messages: string[];
  mails: string[];
}

export async function readState(worker: DataSource): Promise<State> {
  const query = <Row>(sql: string): Promise<Row[]> => asWorker(worker, (manager) => manager.query(sql));
  // Without what comes next: that is of the moment at which somebody looked.
  const cases = await query<{ number: string } & Record<string, unknown>>(`
    select number, stage, round, ended, overlays, end_on, safe_end, cup, amount_cents, next_moment,
           wait ->> 'label' as label, wait ->> 'why' as why
      from application order by number`);
  const chains = await query<{ number: string; chain: string }>(`
    select coalesce(a.number, c.number) as number, s.seq || ' ' || s.head as chain from stream s
      left join application a on a.id = s.id left join call c on c.id = s.id order by number`);
  const messages = await query<{ said: string }>(`
    select concat_ws(' · ', m.deliver_at, a.number, p.email, m.kind, m.step, m.term ->> 'id', m.state) as said
      from message m left join application a on a.id = m.application_id join person p on p.id = m.person_id order by said`);
  const mails = await query<{ said: string }>(`
    select concat_ws(' · ', m.slot, p.email, m.subject, m.state) as said
      from mail m join person p on p.id = m.person_id order by said`);
  return {
    cases: Object.fromEntries(cases.map(({ number, ...each }) => [number, each])),
    chains: Object.fromEntries(chains.map(({ number, chain }) => [number, chain])),
    messages: messages.map(({ said }) => said),
    mails: mails.map(({ said }) => said),
  };
}

/** The differences, one line each: `ULL-2026-0004 stage: "filed" -> "granted"`, `mail + ...`, `mail - ...`. */
export function differences(before: State, after: State): string[] {
  const lines: string[] = [];
  for (const number of new Set([...Object.keys(before.cases), ...Object.keys(after.cases)])) {
    const [was, is] = [before.cases[number] ?? {}, after.cases[number] ?? {}];
    // What a later release says besides has nothing to be compared with.
    for (const field of Object.keys(was)) {
      const [old, now] = [JSON.stringify(was[field]), JSON.stringify(is[field])];
      if (old !== now) lines.push(`${number} ${field}: ${old} -> ${now}`);
    }
  }
  for (const number of new Set([...Object.keys(before.chains), ...Object.keys(after.chains)])) {
    if (before.chains[number] !== after.chains[number]) {
      lines.push(`${number} chain: ${before.chains[number]} -> ${after.chains[number]}`);
    }
  }
  return [
    ...lines,
    ...changed('message', before.messages, after.messages),
    ...changed('mail', before.mails, after.mails),
  ];
}

function changed(what: string, before: readonly string[], after: readonly string[]): string[] {
  const gone = [...before];
  const added = after.filter((each) => {
    const at = gone.indexOf(each);
    if (at >= 0) gone.splice(at, 1);
    return at < 0;
  });
  return [...gone.map((each) => `${what} - ${each}`), ...added.map((each) => `${what} + ${each}`)];
}
