import type { LaunchPreview } from '#contracts/launch-preview.js';
import { readCase } from '#domain/application/case/case.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';
import { holdersOf } from '#domain/people/assignment.js';
import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import { localAt } from '#domain/calendar/local-date.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { nothingHappens } from '#domain/simulation/assumption.js';
import { openingFact, simulating } from '#domain/simulation/simulate.js';
import type { SimulatedMessage } from '#domain/simulation/memory-post.js';
import type { Prospect } from '#use-cases/ports/launch-queries.js';
import type { LetterWriter } from '#use-cases/ports/letter-writer.js';
import type { Office } from '#use-cases/ports/sender.js';
import type { ListedPerson } from '#use-cases/ports/people.js';
import { previews } from '../../unhurried.js';

const DAYS_MS = 60 * 86_400_000;

/** An applicant that would get an application. */
export interface Chosen {
  body: string;
  name: string;
  amountCents: number;
  prospect: Prospect;
}

/**
 * Every e-mail of the first 60 days of one applicant, when nobody does anything.
 * @param call the call's stream as the launch begins it: its brake holds the first ones back.
 */
export async function mailsOf(
  definition: CallDefinition,
  call: readonly Fact[],
  chosen: Chosen,
  now: number,
): Promise<SimulatedMessage[]> {
  const ahead = simulating({
    definition,
    streams: { call, application: [openingFact(now, chosen.body, chosen.amountCents)] },
    from: now,
    until: now + DAYS_MS,
    assume: nothingHappens,
    application: chosen.body,
    isClosed: chosen.prospect.isClosed,
    people: {
      holding: (seats, on) => holdersOf(chosen.prospect.people, seats, on),
      addressee: (person, on) => addresseeOf(person, on, chosen.prospect.post),
    },
  });
  return (await previews.run(ahead)).decided.filter((each) => each.state === 'sent');
}

/** E-mails by person: what goes to one person at one hour, over all comuni, is one. */
export function countMails(
  mails: readonly SimulatedMessage[],
  people: ReadonlyMap<string, ListedPerson>,
): LaunchPreview['mails'] {
  const hours = new Map<string, Set<number>>();
  for (const { decision, at } of mails) {
    hours.set(decision.person, (hours.get(decision.person) ?? new Set()).add(at));
  }
  return [...hours]
    .map(([person, at]) => ({ person, name: people.get(person)?.name ?? 'Una persona', count: at.size }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** The first e-mail as it will read. */
export function firstMail(
  definition: CallDefinition,
  chosen: Chosen,
  mails: readonly SimulatedMessage[],
  people: ReadonlyMap<string, ListedPerson>,
  writer: LetterWriter,
  office: Office,
  now: number,
): LaunchPreview['firstMail'] {
  const first = mails.find((each) => each.decision.kind === 'invitation');
  const to = people.get(first?.decision.person ?? '');
  if (first === undefined || to === undefined) return undefined;
  const facts = [openingFact(now, chosen.body, chosen.amountCents)];
  const today = localAt(now).date;
  const rolesOf = (person: string): Role[] =>
    [...UNION_ROLES, ...BODY_ROLES].filter((role) =>
      holdersOf(chosen.prospect.people, seatsIn(chosen.body, [role]), today).includes(person),
    );
  const { person } = first.decision;
  const letter = writer.write({
    to: { id: person, name: to.name, roles: rolesOf(person) },
    office,
    items: [
      {
        message: { id: 'preview', ...first.decision },
        definition,
        theCase: readCase(definition, { call: [], application: facts }),
        facts,
        number: '',
        comune: chosen.name,
        chainHead: '',
        people: [...people.values()]
          .map(({ id, name, phone }) => ({
            id,
            name,
            roles: rolesOf(id),
            ...(phone === null ? {} : { phone }),
          }))
          .filter((each) => each.roles.length > 0),
      },
    ],
    now: localAt(first.at).date,
  });
  return { to: to.name, subject: letter.subject, text: letter.text };
}
