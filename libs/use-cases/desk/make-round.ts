import { Injectable } from '@nestjs/common';
import type { RoundResult } from '#contracts/desk.js';
import type { RoundRequest } from '#contracts/round.js';
import { type Actor, can } from '#domain/access/can.js';
import { readCase } from '#domain/application/case/case.js';
import { localAt, type LocalMoment } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { checkedThisWeek } from '#domain/desk/today.js';
import type { Refused } from '#domain/fact/refused.js';
import { accepted } from '../application/accepted.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { CaseView, Proposed } from '../record/recorded.js';
import { CaseRecord } from '../record/case-record.js';
import { Refusal } from '../refusal.js';

/**
 * Ticks the weekly round for many applications: each is put on record by itself, so that one which is refused stops no
 * other. What was ticked this week is not ticked again, whoever did it: a round that broke off is sent again whole.
 */
@Injectable()
export class MakeRound {
  constructor(
    private readonly cases: CaseRecord,
    private readonly queries: CaseQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `ACC-05` or `ACC-06` when the person may tick nothing at all. */
  async run(actor: Actor, { actingBody, applications }: RoundRequest): Promise<RoundResult> {
    demand(can(actor, 'recordOutsideCheck', { union: actor.union, bodies: [] }, { actingBody }));
    const now = localAt(await this.clock.now());
    const results: RoundResult['results'] = [];
    for (const application of new Set(applications)) {
      results.push({ application, ...(await this.tick(actor, actingBody, application, now)) });
    }
    return { results };
  }

  private async tick(
    actor: Actor,
    actingBody: string,
    application: string,
    now: LocalMoment,
  ): Promise<Omit<RoundResult['results'][number], 'application'>> {
    try {
      const { id, resource } = await seenApplication(this.queries, actor, application);
      demand(can(actor, 'recordOutsideCheck', resource, { actingBody }));
      const acting = { as: 'person' as const, person: actor.person };
      const { facts } = accepted(
        await this.cases.record(acting, id, (view) => tickOf(view, actor.person, now)),
      );
      return { result: facts.length === 0 ? 'already' : 'recorded' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { result: 'refused', code: error.code, detail: error.detail };
    }
  }
}

/** Nothing where it was ticked this week before; looked at under the lock, so two officers at once tick once. */
function tickOf({ definition, streams }: CaseView, actor: string, now: LocalMoment): Proposed[] | Refused {
  const theCase = readCase(definition, streams);
  const { outside } = glanceOf(theCase, streams.application, { why: '', coming: [] });
  if (outside === undefined) {
    return {
      code: 'GIRO-01',
      detail: 'Questa candidatura non aspetta più un ente esterno: apri la pagina e guarda a chi tocca.',
    };
  }
  if (checkedThisWeek(outside, now.date)) return [];
  return [
    {
      fact: {
        type: 'outside.checked',
        legalDate: now.date,
        legalTime: now.time,
        legalSource: 'received',
        channel: 'web',
        actor,
        body: { stage: theCase.stage.id },
      },
    },
  ];
}
