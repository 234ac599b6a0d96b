import { Injectable } from '@nestjs/common';
import type { LaunchRequest } from '#contracts/application.js';
import type { LaunchedCall } from '#contracts/calls.js';
import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { eligibility } from '#domain/call/eligibility.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { sourcesOf, unconfirmedSources } from '#domain/call/sources.js';
import { accepted } from '../application/accepted.js';
import { demand, unseen } from '../identity/demand.js';
import { type Applicant, CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import { CaseRecord } from '../record/case-record.js';
import { UNKNOWN_DEFINITION } from '../record/unknown-definition.js';
import { Definitions } from '../ports/definitions.js';
import { NotedCalls } from '../ports/noted-calls.js';
import { Refusal } from '../refusal.js';

/** Starts a call for the comuni that were chosen. */
@Injectable()
export class LaunchCall {
  constructor(
    private readonly definitions: Definitions,
    private readonly queries: CaseQueries,
    private readonly cases: CaseRecord,
    private readonly noted: NotedCalls,
  ) {}

  /**
   * @throws Refusal `AVV-404` for an unknown definition, `AVV-05` for an unknown comune, `AVV-06` when nobody may apply,
   * `AVV-07` for a confirmation of nothing, `ACC-404` for an unknown noted call; `AVV-04` when one of them has a live application, `AVV-08` after the end.
   */
  async run(actor: Actor, request: LaunchRequest, idempotency?: Idempotency): Promise<LaunchedCall> {
    const acting: ActingFor = { actingBody: request.actingBody };
    demand(can(actor, 'launchCall', { union: actor.union, bodies: [] }, acting));
    const by = { as: 'person' as const, person: actor.person };
    const given = await this.definitions.find(by, request.definition);
    if (given === undefined) throw unknownDefinition();
    const { definition } = given;
    demandKnown(definition, request.confirmed);
    if (request.noted !== undefined && (await this.noted.find(actor.person, request.noted)) === undefined) {
      throw unseen();
    }
    const chosen = choose(await this.queries.applicants(actor.person), request.comuni);
    const looked = chosen.map((body) => ({ body, may: eligibility(definition, body) }));
    const applicants = looked.flatMap(({ body, may }) =>
      may.eligible ? [{ body: body.body, amountCents: may.amountCents, participants: [] }] : [],
    );
    if (applicants.length === 0) {
      throw new Refusal(
        'AVV-06',
        'Nessuno dei Comuni scelti può partecipare: controlla popolazione e tipo di ente.',
      );
    }
    const launched = accepted(
      await this.cases.launch(
        by,
        {
          unionId: actor.union,
          definition: { ...request.definition, edition: given.edition.id },
          confirmed: request.confirmed,
          brake: request.brake === true,
          ...(request.noted === undefined ? {} : { noted: request.noted }),
          applicants,
          actor: actor.person,
        },
        idempotency,
      ),
    );
    const nameOf = new Map(chosen.map((each) => [each.body, each.name]));
    const amountOf = new Map(applicants.map((each) => [each.body, each.amountCents]));
    return {
      call: launched.call,
      applications: launched.applications.map((each) => ({
        ...each,
        comune: nameOf.get(each.applicant) ?? '',
        amountCents: amountOf.get(each.applicant) ?? 0,
      })),
      leftOut: looked.flatMap(({ body, may }) =>
        may.eligible ? [] : [{ comune: body.name, code: may.code, detail: may.detail }],
      ),
      unconfirmed: unconfirmedSources(definition, request.confirmed).map(({ id, label, source }) => ({
        id,
        question: `${label}: «${source.quote}» (${source.act}). È giusto?`,
      })),
      ...(launched.brakeUntil === undefined ? {} : { brakeUntil: launched.brakeUntil }),
    };
  }
}

/**
 * The comuni of a union that a launch names.
 * @throws Refusal `AVV-05` for one that is not of the union.
 */
export function choose(applicants: readonly Applicant[], comuni: LaunchRequest['comuni']): Applicant[] {
  const all = applicants.filter((each) => each.kind !== 'union');
  if (comuni === 'all') return all;
  return comuni.map((istat) => {
    const found = all.find((each) => each.istat === istat);
    if (found !== undefined) return found;
    throw new Refusal(
      'AVV-05',
      `Il Comune con codice ISTAT ${istat} non è nell'Unione: controlla il codice.`,
    );
  });
}

/** What the person asks for by name and version. */
export function unknownDefinition(): Refusal {
  return new Refusal(UNKNOWN_DEFINITION.code, UNKNOWN_DEFINITION.detail);
}

/** @throws Refusal `AVV-07`. */
export function demandKnown(definition: CallDefinition, confirmed: readonly string[]): void {
  const known = sourcesOf(definition).map(({ id }) => id);
  const unknown = confirmed.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw new Refusal(
    'AVV-07',
    `L’avviso non ha niente da confermare con il nome «${unknown}»: scegli fra ${known.join(', ')}.`,
  );
}
