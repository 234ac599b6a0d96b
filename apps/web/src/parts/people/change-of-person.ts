import type { ApplicationLine } from '#contracts/desk.js';
import type { PersonAnswer } from '#contracts/identity.js';
import type { Role } from '#domain/people/role.js';
import type { HeldHere, PersonHere } from './of-body.js';

/** What a change of person would move: told before anything is recorded, and only what is known. */
export interface ChangePreview {
  /** Who holds the role now. */
  readonly leaving: { readonly person: PersonAnswer; readonly role: HeldHere } | undefined;
  /** Applications of the body that wait for this role today. */
  readonly waiting: readonly ApplicationLine[];
  /** Of those, the ones whose paper is to be signed: a paper made out to the old name must be made anew. */
  readonly unsigned: readonly ApplicationLine[];
  /** Means of the leaving person, which the new one needs too. */
  readonly means: PersonAnswer['capabilities'];
  /** The leaving person keeps another role here, so mails about that one go on. */
  readonly keeps: readonly HeldHere[];
}

/**
 * @param lines all applications in sight.
 * @param chosen the one that changes hands, where several people hold the role.
 */
export function previewChange(
  role: Role,
  body: string,
  here: readonly PersonHere[],
  lines: readonly ApplicationLine[],
  chosen?: HeldHere,
): ChangePreview {
  const running = ({ state }: HeldHere) => state === 'now' || state === 'continued';
  const isLeft = (each: HeldHere) =>
    chosen === undefined
      ? each.role === role && running(each) && each.application === undefined
      : each.id === chosen.id;
  const holder = here.find(({ roles }) => roles.some(isLeft));
  const held = holder?.roles.find(isLeft);
  const waiting = lines.filter(
    (line) => line.applicant.id === body && !line.ended && line.who.some((each) => each.role === role),
  );
  return {
    leaving: holder === undefined || held === undefined ? undefined : { person: holder.person, role: held },
    waiting,
    unsigned: role === 'legalRepresentative' ? waiting.filter(({ toSign }) => toSign) : [],
    means: holder?.person.capabilities ?? [],
    keeps: holder?.roles.filter((each) => each.id !== held?.id && running(each)) ?? [],
  };
}
