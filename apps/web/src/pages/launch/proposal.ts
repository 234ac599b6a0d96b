import type { CallPage } from '#contracts/call-page.js';
import type { ApplicationLine } from '#contracts/desk.js';
import type { RegisteredBody } from '#contracts/registry.js';
import type { ListedCall } from '#contracts/calls.js';
import type { Model } from '../../api/queries/definition.js';

/** Models by their last launch, then those that were never used; of one model the newest version first. */
export function lastUsedFirst(
  models: readonly Model[],
  /** In the order in which they were launched. */
  calls: readonly Pick<ListedCall, 'definition'>[],
): Model[] {
  const launched = ({ id }: Model) => calls.findLastIndex(({ definition }) => definition.id === id);
  return models.toSorted(
    (a, b) =>
      launched(b) - launched(a) || (a.id === b.id ? b.version - a.version : a.title.localeCompare(b.title)),
  );
}

/** The choices of an earlier call that still hold, and what does not. */
export interface Proposal {
  definition: { id: string; version: number };
  /** ISTAT codes. */
  comuni: string[];
  confirmed: string[];
  /** Names of comuni that took part then and cannot now: they have an application that runs. */
  busy: string[];
  /** There is a newer version of the definition, so each source is to be read again. */
  newer: boolean;
}

/** What a call that is like an earlier one starts from. Papers and people follow from the definition and from today. */
export function proposedFrom(
  call: Pick<CallPage, 'slug' | 'definition' | 'applications' | 'confirmed'>,
  {
    models,
    calls,
    applications,
    bodies,
  }: {
    models: readonly Model[];
    calls: readonly Pick<ListedCall, 'slug' | 'definition'>[];
    applications: readonly Pick<ApplicationLine, 'applicant' | 'call' | 'ended'>[];
    bodies: readonly Pick<RegisteredBody, 'id' | 'istat' | 'name'>[];
  },
): Proposal {
  const { id, version } = call.definition;
  const newest = Math.max(version, ...models.filter((each) => each.id === id).map((each) => each.version));
  const same = new Set(calls.filter((each) => each.definition.id === id).map((each) => each.slug));
  const running = new Set(
    applications.filter((each) => same.has(each.call.slug) && !each.ended).map((each) => each.applicant.id),
  );
  const then = new Set(call.applications.map((each) => each.applicant.id));
  const tookPart = bodies.filter((each) => then.has(each.id));
  return {
    definition: { id, version: newest },
    comuni: tookPart
      .filter((each) => !running.has(each.id))
      .flatMap(({ istat }) => (istat === undefined ? [] : [istat])),
    confirmed: newest === version ? call.confirmed.map((each) => each.id) : [],
    busy: tookPart.filter((each) => running.has(each.id)).map((each) => each.name),
    newer: newest > version,
  };
}
