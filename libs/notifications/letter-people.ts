import { phrases } from './content/phrases.js';
import { owedBy } from '#domain/application/case/worked-on.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { rolesOf } from '#domain/people/seat.js';
import { roleInWords, theRole } from '#domain/people/role-words.js';
import { ofMessage } from '#domain/reminder/message.js';
import type { Announcement, MessageBodies } from '#domain/reminder/message-kinds.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { joined } from '#domain/italian/sentence.js';

/** Who is told next and when. Nobody reads that they will be told themselves: a substitute may be the secretary. */
export function announcesOf(
  { message, people }: Pick<LetterItem, 'message' | 'people'>,
  { announces = [] }: { announces?: Announcement[] },
): { announces?: { who: string; on: LocalDate }[] } {
  const own = people.find((each) => each.id === message.person)?.roles ?? [];
  const list = announces.flatMap(({ to, on }) => (own.includes(to) ? [] : [{ who: theRole(to), on }]));
  return list.length === 0 ? {} : { announces: list };
}

/** With whom it was spoken of before it came to this person: names, which are right for everybody. */
export function announcedOf(
  { message, people }: LetterItem,
  { announced }: MessageBodies['escalation'],
): { announced?: { with: string; on: LocalDate } } {
  if (announced === undefined) return {};
  const names = announced.to
    .filter((id) => id !== message.person)
    .flatMap((id) => people.find((each) => each.id === id)?.name ?? []);
  return names.length === 0 ? {} : { announced: { with: joined(names), on: announced.on } };
}

/** Why it comes to this person: what those before answered, without blame. */
export function whyOf(
  { facts }: LetterItem,
  { approval, announced }: MessageBodies['escalation'],
): { why?: string } {
  if (approval !== undefined) return { why: phrases.why.noAnswer };
  const answer = ofType(effectiveFacts(facts), 'reminder.answered').findLast((fact) =>
    announced?.to.includes(fact.body.person),
  )?.body.answer;
  return answer === 'cannot' || answer === 'notMine' ? { why: phrases.why[answer] } : {};
}

/** Whom the office telephones: who was asked, or the first person it is up to. */
export function whomToPhone(
  { message, people, theCase }: LetterItem,
  body: MessageBodies['officeCall'],
): { whom?: { name: string; role?: string; phone?: string } } {
  const role = 'role' in body ? body.role : undefined;
  const missing = owedBy(theCase, ofMessage(message), message.term)[0];
  const asked = missing === undefined ? theCase.stage.actors : rolesOf(missing.upTo);
  const upTo = role === undefined ? asked : [role];
  const found =
    people.find((each) => 'about' in body && each.id === body.about) ??
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
