import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Actor, can } from '#domain/access/can.js';
import {
  addDays,
  epochMs,
  instantAt,
  isoInstant,
  type LocalDate,
  localAt,
} from '#domain/calendar/local-date.js';
import { type CallDefinition, milestonesOf, papersOf } from '#domain/call/definition.js';
import type { FieldDefinition } from '#domain/call/requirement.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { isUnionRole, type Role, ROLES } from '#domain/people/role.js';
import { openingFact } from '#domain/simulation/simulate.js';
import { admit } from '../admit/admit.js';
import type { Acting, Permitted } from './form.js';
import { admitted, History, participating } from '../case/made-up-facts.js';
import { permitted } from './permitted.js';
import { actionOf, refusedByRole } from './who-may.js';

const shipped = () =>
  JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8')) as CallDefinition;

/** SEND, with a go-ahead before the signature. */
function withGoAhead(): CallDefinition {
  const definition = shipped();
  definition.stages
    .find((each) => each.id === 'signature')
    ?.requirements.push({
      kind: 'approval',
      id: 'goAhead',
      label: 'via libera alla firma',
      order: 'parallel',
      rule: 'all',
      approvers: ['legalRepresentative', 'secretary'],
      substitute: 'headOfOffice',
    });
  return definition;
}

const RESOURCE = { union: 'ull', bodies: ['rivello'], application: 'a1' };
const actorWith = (role: Role): Actor => ({
  person: role,
  union: 'ull',
  unionBody: 'union',
  memberships: [{ body: isUnionRole(role) ? 'union' : 'rivello', role }],
});

const mayOf = (role: Role, definition: CallDefinition, application: readonly Fact[], now: number) =>
  permitted({
    actor: actorWith(role),
    resource: RESOURCE,
    applicant: 'rivello',
    definition,
    streams: { call: [], application },
    findings: [],
    now,
  });

const valueOf = ({ name, type, choices }: FieldDefinition, today: LocalDate): string | number => {
  if (name === 'cig') return 'B3C4D5E6F7';
  if (type === 'cup') return 'J81F22003840006';
  if (type === 'date') return today;
  if (type === 'choice') return choices?.[0]?.code ?? '';
  return type === 'text' ? 'testo' : 1;
};

/** Everything that could be sent about an application, whether it makes sense or not, each with a name. */
function everything(definition: CallDefinition, facts: readonly Fact[], role: Role, now: number) {
  const { date, time } = localAt(now);
  const base = {
    legalDate: date,
    legalTime: time,
    legalSource: 'received',
    channel: 'web',
    actor: role,
  } as const;
  const all = new Map<string, NewFact>();
  for (const { id, outcomes, fields } of milestonesOf(definition)) {
    for (const outcome of outcomes ?? [undefined]) {
      const data = Object.fromEntries(fields.map((field) => [field.name, valueOf(field, date)]));
      const body = { milestone: id, data, proof: 'proof', ...(outcome && { outcome: outcome.code }) };
      all.set(`milestone ${id} ${outcome?.code ?? ''}`, { ...base, type: 'milestone.recorded', body });
    }
  }
  for (const { id, review } of papersOf(definition)) {
    const document = `${id}-${facts.length}`;
    const body = { requirement: id, document, sha256: 'a', bytes: 1, mediaType: 'application/pdf' };
    all.set(`file ${id}`, { ...base, type: 'document.filed', body });
    const last = facts.findLast((each) => each.type === 'document.filed' && each.body.requirement === id);
    if (last?.type !== 'document.filed' || !review) continue;
    const verdict = { requirement: id, document: last.body.document, verdict: 'accepted' } as const;
    all.set(`review ${last.body.document}`, { ...base, type: 'document.reviewed', body: verdict });
  }
  for (const approver of ROLES) {
    const approval = `goAhead/${approver}`;
    const body = { approval, person: role, verdict: 'given' } as const;
    all.set(`approve ${approval}`, { ...base, type: 'approval.answered', body });
  }
  return all;
}

function offered(may: Permitted): Map<string, Acting> {
  return new Map([
    ...may.milestones.flatMap(({ milestone, outcomes, acting }) =>
      (outcomes.length === 0 ? [''] : outcomes.map((each) => each.code)).map(
        (code) => [`milestone ${milestone} ${code}`, acting] as const,
      ),
    ),
    ...may.file.map(({ requirement, acting }) => [`file ${requirement}`, acting] as const),
    ...may.review.map(({ document, acting }) => [`review ${document}`, acting] as const),
    ...may.approve.map(({ approval, acting }) => [`approve ${approval}`, acting] as const),
  ]);
}

const NAMES: Acting[] = [
  { actingBody: 'rivello' },
  { actingBody: 'union' },
  { actingBody: 'union', onBehalfOf: 'rivello' },
];

test('what may be done is not refused, and what is not there is, over random histories', () => {
  const definition = withGoAhead();
  const reached = new Set<string>();
  const step = fc.record({ role: fc.constantFrom(...ROLES), pick: fc.nat(), days: fc.nat({ max: 40 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let date: LocalDate = '2024-05-08';
      const facts: Fact[] = [openingFact(epochMs(instantAt(date, '09:00')), 'rivello', 2_314_700)];
      for (const { role, pick, days } of steps) {
        date = addDays(date, days);
        const now = epochMs(instantAt(date, '10:00'));
        const streams = { call: [], application: facts };
        const may = offered(mayOf(role, definition, facts, now));
        const all = everything(definition, facts, role, now);
        for (const [name, fact] of all) {
          const taken = NAMES.some(
            (acting) =>
              can(actorWith(role), actionOf(fact, definition), RESOURCE, acting).allowed &&
              refusedByRole(fact, definition, actorWith(role), acting) === undefined,
          );
          // An order of dates that the platform blocks until a paper gives the reason, and a sending on a day after the
          // call's end, are no matter of role or state: another day may be said.
          const refused = admit(fact, definition, streams, now);
          const ofDates = refused?.code === 'FATTO-13' || refused?.code === 'CASO-05';
          const expected = taken && (refused === undefined || ofDates);
          expect([name, role, may.has(name)]).toEqual([name, role, expected]);
          const acting = may.get(name);
          if (acting === undefined) continue;
          expect(can(actorWith(role), actionOf(fact, definition), RESOURCE, acting).allowed).toBe(true);
          expect(refusedByRole(fact, definition, actorWith(role), acting)).toBeUndefined();
        }
        expect([...may.keys()].filter((name) => !all.has(name))).toEqual([]);
        // The office does most of it, so that histories go far.
        const doable = offered(mayOf('deskOfficer', definition, facts, now));
        const choices = [...doable.keys()].filter((name) => all.has(name) && !name.endsWith(' no'));
        const name = choices[pick % Math.max(1, choices.length)];
        const fact = name === undefined ? undefined : all.get(name);
        if (fact === undefined || admit(fact, definition, streams, now) !== undefined) continue;
        reached.add(name ?? '');
        const seq = facts.length + 1;
        facts.push({ ...fact, id: `f${seq}`, seq, recordedAt: isoInstant(now) } as Fact);
      }
    }),
    { numRuns: 15, seed: 7 },
  );
  expect(reached.size).toBeGreaterThan(15);
});

const NOW = epochMs(instantAt('2024-07-24', '10:00'));

test('the referent registers the CUP in the name of the comune, the office on its behalf', () => {
  const facts = admitted().facts;
  const cup = (role: Role) =>
    mayOf(role, shipped(), facts, NOW).milestones.find((each) => each.milestone === 'cup');
  expect(cup('referent')).toMatchObject({
    button: 'Registra il CUP',
    proof: true,
    asked: true,
    acting: { actingBody: 'rivello' },
  });
  expect(cup('deskOfficer')?.acting).toEqual({ actingBody: 'union', onBehalfOf: 'rivello' });
  expect(cup('auditor')).toBeUndefined();
  expect(cup('legalRepresentative')).toBeUndefined();
});

test('a no says before what is lost, until when one can come back, and who is told', () => {
  const may = mayOf('legalRepresentative', shipped(), new History().opened('2024-05-08').facts, NOW);
  const answer = may.milestones.find((each) => each.milestone === 'participation');
  expect(answer?.outcomes.map(({ code, consequence }) => [code, consequence])).toEqual([
    ['yes', 'Il prossimo passo è «In preparazione».'],
    [
      'no',
      'Il Comune lascia 23.147 euro. Si può cambiare idea fino a venerdì 20 settembre 2024, ore 23:59: serve una nuova ' +
        'candidatura. Lo legge l’ufficio ICT dell’Unione in questa pagina; i promemoria si fermano e nessun altro riceve messaggi.',
    ],
    ['talk', 'La risposta resta aperta: l’ufficio ICT dell’Unione telefona per parlarne.'],
  ]);
});

test('a withdrawal says what it costs before it is asked for', () => {
  const may = mayOf('legalRepresentative', shipped(), participating().facts, NOW);
  const form = may.milestones.find((each) => each.milestone === 'withdrawalRequested');
  expect(form).toMatchObject({ opens: 'withdrawal', asked: false });
  expect(form?.consequence).toMatch(/^Il Comune rinuncia a 23\.147 euro\. .*Decide il Dipartimento\./);
});

test('the auditor may do nothing, and of a closed case facts are corrected and notes are taken', () => {
  const none = { milestones: [], file: [], approve: [], review: [] };
  expect(mayOf('auditor', shipped(), admitted().facts, NOW)).toEqual(none);
  const closed = admitted().add('application.closed', '2024-07-24', {}).facts;
  expect(mayOf('deskOfficer', shipped(), closed, NOW)).toEqual({
    ...none,
    correct: { actingBody: 'union' },
    note: { actingBody: 'union' },
  });
});
