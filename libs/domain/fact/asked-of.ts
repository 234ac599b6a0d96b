/**
 * Of which body a thing is asked: one that takes part beside the applicant; absent, it is the applicant. The applicant is
 * never named, so that every thing has one spelling, and what was written while nobody else was asked reads, and hashes,
 * as ever.
 */
export interface AskedOf {
  of?: string;
}

/** A thing that a case asks: one requirement, of one body. */
export interface Thing extends AskedOf {
  requirement: string;
}

/** How facts, messages and keys name a body. */
export function askedOf(body: string, applicant: string): AskedOf {
  return body === applicant ? {} : { of: body };
}

/** The same without anything beside it. */
export function onlyOf({ of }: AskedOf): AskedOf {
  return of === undefined ? {} : { of };
}

export function isOfSame(a: AskedOf, b: AskedOf): boolean {
  return a.of === b.of;
}

export function isSameThing(a: Thing, b: Thing): boolean {
  return a.requirement === b.requirement && isOfSame(a, b);
}
