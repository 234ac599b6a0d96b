import { missingFor } from '#domain/application/case/case.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { isRole, type Role } from '#domain/people/role.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { joined } from './content/italian.js';
import { dateParam } from './letter-terms.js';

/** "il segretario", "la ragioneria": a role after "avviso". */
export function theRole(role: Role): string {
  const words = roleInWords(role);
  if (role === 'accounts') return `la ${words}`;
  return /^[aeiou]/.test(words) ? `l'${words}` : `il ${words}`;
}

/**
 * Who is told next and when, from "secretary 2027-03-24, legalRepresentative 2027-03-25". Nobody reads that they will be
 * told themselves: a substitute may be the secretary.
 */
export function announcesOf({ message, people }: Pick<LetterItem, 'message' | 'people'>): {
  announces?: { who: string; on: LocalDate }[];
} {
  const own = people.find((each) => each.id === message.person)?.roles ?? [];
  const list = String(message.params['announces'] ?? '')
    .split(', ')
    .flatMap((each) => {
      const [role = '', on] = each.split(' ');
      return isRole(role) && !own.includes(role) && on !== undefined
        ? [{ who: theRole(role), on: on as LocalDate }]
        : [];
    });
  return list.length === 0 ? {} : { announces: list };
}

/** With whom it was spoken of before it came to this person: names, which are right for everybody. */
export function announcedOf({ message, people }: LetterItem): {
  announced?: { with: string; on: LocalDate };
} {
  const on = dateParam(message, 'announcedOn');
  const names = String(message.params['announcedTo'] ?? '')
    .split(',')
    .filter((id) => id !== message.person)
    .flatMap((id) => people.find((each) => each.id === id)?.name ?? []);
  return on === undefined || names.length === 0 ? {} : { announced: { with: joined(names), on } };
}

/** Why it comes to this person: what those before answered, without blame. */
export function whyOf({ message, facts }: LetterItem): { why?: string } {
  if (message.params['approval'] !== undefined) return { why: 'Per ora non è arrivata una risposta.' };
  const before = String(message.params['announcedTo'] ?? '').split(',');
  const answer = ofType(effectiveFacts(facts), 'reminder.answered').findLast((fact) =>
    before.includes(fact.body.person),
  )?.body.answer;
  if (answer === 'cannot') return { why: 'Chi se ne occupa ci ha detto che non ci riesce.' };
  if (answer === 'notMine')
    return { why: 'Chi riceveva i promemoria ci ha detto che non tocca a lui o a lei.' };
  return {};
}

/** Whom the office telephones: who was asked, or the first person it is up to. */
export function whomToCall(item: LetterItem): { whom?: { name: string; role?: string; phone?: string } } {
  const { message, people, theCase } = item;
  const role = String(message.params['role'] ?? '');
  const upTo = isRole(role) ? [role] : (missingFor(theCase, message.term)[0]?.upTo ?? theCase.stage.actors);
  const found =
    people.find((each) => each.id === message.params['about']) ??
    people.find((each) => each.roles.some((has) => upTo.includes(has)));
  if (found === undefined) return {};
  const known = found.roles.find((has) => upTo.includes(has)) ?? found.roles[0];
  return {
    whom: {
      name: found.name,
      ...(known === undefined ? {} : { role: roleInWords(known) }),
      ...(found.phone === undefined ? {} : { phone: found.phone }),
    },
  };
}
