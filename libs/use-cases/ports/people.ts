import type { CapabilityKind, MailPreferences, MeAnswer, PersonAnswer } from '#contracts/identity.js';
import type { Actor, HeldRole } from '#domain/access/can.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';
import type { Overtaken } from '../refusal.js';
import type { NewInvitation } from './accounts.js';

/** A role that a person holds today, with what people call the body. */
export interface Mandate extends HeldRole {
  readonly bodyName: string;
  readonly bodyKind: 'union' | 'comune' | 'other';
  /** Past its end, and goes on because nobody took it. */
  readonly continued: boolean;
  /** Id of the person who is away. */
  readonly substituteFor?: string;
}

/** A signed-in person as pages show it. */
export interface Profile {
  readonly person: string;
  readonly name: string;
  readonly email: string | null;
  readonly union: { readonly id: string; readonly name: string };
  readonly unionBody: string;
  readonly mandates: readonly Mandate[];
}

/** A role in a body, with its first and last day; without a last day until further notice. */
export interface GivenRole {
  readonly body: string;
  readonly role: Role;
  readonly application?: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** The same role of another person in the same body, which ends the day before; as it was when somebody looked. */
  readonly replaces?: { readonly membership: string; readonly version: number };
}

/** Days on which a person is away, both included. */
export interface NewAbsence {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly substitute?: string;
}

/** Who a person is and how to reach them. */
export interface PersonContacts {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** A person in a list. */
export type ListedPerson = Omit<PersonAnswer, 'correctable'>;

/** What a person's own page shows besides the profile. */
export type OwnPage = Pick<
  MeAnswer,
  'phone' | 'absences' | 'capabilities' | 'mailPreferences' | 'hasPassword'
>;

/** A person to be entered, with the roles that make the account useful. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly memberships: readonly GivenRole[];
}

/**
 * People of a union. `by` is the person who asks: what that one may not see is not there. `seen`: the version on which
 * that one acts; nothing is written when another person has written since.
 */
export abstract class People {
  /** Undefined when the account is closed. */
  abstract profileOf(person: string): Promise<Profile | undefined>;
  abstract ownPage(person: string): Promise<OwnPage>;
  abstract setMailPreferences(person: string, wanted: MailPreferences): Promise<void>;
  abstract list(by: string): Promise<ListedPerson[]>;
  abstract find(by: string, person: string): Promise<ListedPerson | undefined>;
  /** Kinds of the union's bodies by id. */
  abstract bodyKinds(by: string): Promise<ReadonlyMap<string, Mandate['bodyKind']>>;
  /**
   * Enters a person with roles and an invitation, all or nothing.
   * @returns `emailTaken` when an account has this address; else the person's id and the end of the invitation, ISO 8601 in UTC.
   * A role that it replaces may have been changed meanwhile.
   */
  abstract addInvited(
    by: string,
    person: NewPerson,
    invitation: NewInvitation,
  ): Promise<{ person: string; expiresAt: string } | 'emailTaken' | Overtaken>;
  /** Invites a person who is there already. */
  abstract invite(by: string, person: string, invitation: NewInvitation): Promise<{ expiresAt: string }>;
  /** @returns false when the person has this role in this body from that day already. */
  abstract giveRole(
    by: string,
    person: string,
    role: GivenRole,
  ): Promise<'given' | 'held' | 'notOfBody' | Overtaken>;
  /** Sets the last day of a role. */
  abstract endRole(
    by: string,
    membership: string,
    to: LocalDate,
    seen: number | undefined,
  ): Promise<'ended' | Overtaken>;
  /**
   * Corrects who a person is and how to reach them. Another address ends codes and invitations sent to the old one.
   * @returns `emailTaken` when an account has this address.
   */
  abstract correct(
    by: string,
    person: string,
    right: PersonContacts,
    seen: number | undefined,
  ): Promise<'corrected' | 'emailTaken' | Overtaken>;
  /** As `correct`, for who manages nobody: the name stays, and so does the address of who has come in. */
  abstract correctContacts(
    by: string,
    person: string,
    right: Pick<PersonContacts, 'email' | 'phone'>,
    seen: number | undefined,
  ): Promise<'corrected' | 'emailTaken' | Overtaken>;
  abstract setOwnPhone(person: string, phone: string | null): Promise<void>;
  /** Keeps an absence; another one that starts the same day is replaced. */
  abstract setAbsence(by: string, person: string, absence: NewAbsence): Promise<void>;
  /** @returns false when no absence of the person starts that day. */
  abstract cancelAbsence(by: string, person: string, from: LocalDate): Promise<boolean>;
  /** @param expiresOn last day; null: no end is known. */
  abstract setCapability(
    by: string,
    person: string,
    kind: CapabilityKind,
    expiresOn: LocalDate | null,
    seen: number | undefined,
  ): Promise<'set' | Overtaken>;
  /** Ends everything that opens the account, and the account. @returns false when it is closed already. */
  abstract closeAccount(by: string, person: string): Promise<boolean>;
  /** @returns false when it is open, or was erased. */
  abstract reopenAccount(by: string, person: string): Promise<boolean>;
  /** Forgets the attempts of strangers that make a person wait. @returns false when no open account has this id. */
  abstract unlockSignIn(by: string, person: string): Promise<boolean>;
  /** Closes the account and takes away every name, address and free text about the person; ids and facts stay. */
  abstract pseudonymise(by: string, person: string): Promise<void>;
}

/** What the policy table asks of a profile. */
export function actorOf(profile: Profile): Actor {
  return {
    person: profile.person,
    union: profile.union.id,
    unionBody: profile.unionBody,
    memberships: profile.mandates,
  };
}
