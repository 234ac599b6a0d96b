import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Absence, holders, type Membership } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import type { Seat } from '#domain/people/seat.js';
import { roleInWords } from '#domain/people/role-words.js';

/** People whom a person sees, with what they are to their bodies. */
export interface SeenPeople {
  people: Map<string, { name: string; phone: string | null }>;
  memberships: readonly Membership[];
  absences: readonly Absence[];
}

/** Somebody who must act, as a line names them. */
export interface WhoLine {
  name: string;
  role: Role;
  roleInWords: string;
  /** Away today. */
  away: boolean;
  /** Who stands in for somebody away. */
  substitute?: { name: string; roleInWords: string };
  phone?: string;
}

/** A person as a page names them, to be called. */
export interface NamedPerson {
  id: string;
  name: string;
  roleInWords: string;
  phone?: string;
}

/** Who holds a role on a day, or stands in for one who is away then. */
export interface HoldingPerson extends NamedPerson {
  /** Name of the one who is away. */
  standsInFor?: string;
}

/** Who sits on the seats of an application today, of the people whom the reader sees; telephones for the office. */
export class Who {
  private readonly byBody = new Map<string, Membership[]>();
  private readonly absences: readonly Absence[];
  private readonly away: readonly Absence[];
  private readonly people: SeenPeople['people'];

  /** @param as of the reader: the body of the union, whether telephones are shown, and the day. */
  constructor(
    seen: SeenPeople,
    private readonly as: { unionBody: string; phones: boolean; today: LocalDate },
  ) {
    for (const each of seen.memberships)
      this.byBody.set(each.body, [...(this.byBody.get(each.body) ?? []), each]);
    this.absences = seen.absences;
    this.away = seen.absences.filter(({ from, to }) => from <= as.today && to >= as.today);
    this.people = seen.people;
  }

  /** Lines of those whose turn it is; who stands in for somebody is named beside that one. */
  behind(seats: readonly Seat[], application: string): WhoLine[] {
    const lines = seats.flatMap(({ role, body = this.as.unionBody }) => {
      const memberships = this.byBody.get(body) ?? [];
      const found = holders(role, { body, application }, this.as.today, {
        memberships,
        absences: this.away,
      });
      return found
        .filter((each) => each.substituteFor === undefined)
        .flatMap((each): WhoLine[] => {
          const named = this.named(each.person, role);
          if (named === undefined) return [];
          const stands = found.find((other) => other.substituteFor === each.person)?.person;
          const substitute =
            stands === undefined ? undefined : this.named(stands, roleIn(memberships, stands, role));
          return [
            {
              name: named.name,
              role,
              roleInWords: named.roleInWords,
              away: this.away.some((absence) => absence.person === each.person),
              ...(substitute === undefined
                ? {}
                : { substitute: { name: substitute.name, roleInWords: substitute.roleInWords } }),
              ...(named.phone === undefined ? {} : { phone: named.phone }),
            },
          ];
        });
    });
    // Whoever must act already is not named again for standing in.
    return lines.filter(
      ({ substitute }) => substitute === undefined || !lines.some(({ name }) => name === substitute.name),
    );
  }

  /** The first who can be called of these seats: not away, or else a substitute, or else whoever holds them. */
  toPhone(seats: readonly Seat[], application: string): NamedPerson | undefined {
    const all = this.holdersOf(seats, application, this.as.today);
    const present = all.find((each) => !this.away.some((absence) => absence.person === each.person));
    const one = present ?? all[0];
    return one === undefined ? undefined : this.named(one.person, one.role);
  }

  /** Who sits on any of these seats on a day and is seen, with who stands in for them then, each once: as themselves first. */
  holding(seats: readonly Seat[], application: string, on: LocalDate): HoldingPerson[] {
    const all = this.holdersOf(seats, application, on);
    const asThemselves = all.filter((each) => each.substituteFor === undefined);
    return all
      .filter(({ person }, n) => all.findIndex((each) => each.person === person) === n)
      .flatMap((first) => {
        const { person, role, substituteFor, body } =
          asThemselves.find((each) => each.person === first.person) ?? first;
        if (substituteFor === undefined) return this.named(person, role) ?? [];
        const memberships = this.byBody.get(body) ?? [];
        const named = this.named(person, roleIn(memberships, person, role));
        const away = this.nameOf(substituteFor);
        return named === undefined ? [] : { ...named, ...(away === undefined ? {} : { standsInFor: away }) };
      });
  }

  private holdersOf(seats: readonly Seat[], application: string, on: LocalDate) {
    return seats.flatMap(({ role, body = this.as.unionBody }) => {
      const memberships = this.byBody.get(body) ?? [];
      return holders(role, { body, application }, on, { memberships, absences: this.absences }).map(
        (each) => ({ ...each, body }),
      );
    });
  }

  /** A person with the role that they have in a comune, for a call. */
  inBody(person: string, body: string): NamedPerson | undefined {
    const memberships = this.byBody.get(body) ?? [];
    const held = memberships.find((each) => each.person === person)?.role;
    return this.named(person, held);
  }

  nameOf(person: string | undefined): string | undefined {
    return person === undefined ? undefined : this.people.get(person)?.name;
  }

  private named(person: string, role: Role | undefined): NamedPerson | undefined {
    const found = this.people.get(person);
    if (found === undefined) return undefined;
    return {
      id: person,
      name: found.name,
      roleInWords: role === undefined ? '' : roleInWords(role),
      ...(this.as.phones && found.phone !== null ? { phone: found.phone } : {}),
    };
  }
}

/** What a substitute is in the same body, or the role that they stand in for. */
function roleIn(memberships: readonly Membership[], person: string, instead: Role): Role {
  return memberships.find((each) => each.person === person)?.role ?? instead;
}
