import type { PersonLine } from '#contracts/application-page.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { holders } from '#domain/people/assignment.js';
import { roleInWords } from '#domain/people/role-words.js';
import { BODY_ROLES, OFFICE_ROLES } from '#domain/people/role.js';
import type { CaseFile } from '#use-cases/ports/case-files.js';

/** Who works on an application, of the comune first: the people whom the reader sees by name. */
export function peopleLines({ people, names }: CaseFile, today: LocalDate): PersonLine[] {
  const found = new Map<string, string[]>();
  const held = [
    ...BODY_ROLES.map((role) => ({ role, body: people.applicant })),
    ...OFFICE_ROLES.map((role) => ({ role, body: people.unionBody })),
  ].flatMap(({ role, body }) => {
    const { application } = people;
    return holders(role, application === undefined ? { body } : { body, application }, today, people);
  });
  for (const { person, role, substituteFor } of held) {
    const of = substituteFor === undefined ? undefined : names.get(substituteFor)?.name;
    const words = of === undefined ? roleInWords(role) : `${roleInWords(role)}, al posto di ${of}`;
    found.set(person, [...(found.get(person) ?? []), words]);
  }
  return [...found].flatMap(([id, roles]) => {
    const person = names.get(id);
    if (person === undefined) return [];
    const {
      name,
      phone,
      email,
      away: [next],
    } = person;
    const substitute = names.get(next?.substitute ?? '')?.name;
    return [
      {
        id,
        name,
        roles,
        ...(phone === undefined ? {} : { phone }),
        ...(email === undefined ? {} : { email }),
        ...(next === undefined
          ? {}
          : { away: { from: next.from, to: next.to, ...(substitute === undefined ? {} : { substitute }) } }),
      },
    ];
  });
}
