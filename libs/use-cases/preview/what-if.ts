import { Injectable } from '@nestjs/common';
import type { WhatIf, WhatIfRequest } from '#contracts/preview.js';
import { type Actor, can } from '#domain/access/can.js';
import { admit } from '#domain/application/admit/admit.js';
import { knownMilestone } from '#domain/application/admit/admit-milestone.js';
import type { Streams } from '#domain/application/case/case.js';
import { addDays, epochMs, instantAt, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { TermAmended } from '#domain/fact/fact-kinds.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { type Assumption, nothingHappens, worksByDates } from '#domain/simulation/assumption.js';
import type { ScriptedFact } from '#domain/simulation/simulate.js';
import { difference } from '#domain/simulation/timeline.js';
import { accepted } from '../application/accepted.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { type CaseFile, CaseFiles } from '../ports/case-files.js';
import { inRunningRound } from '../call/amendment.js';
import { CaseQueries } from '../ports/case-queries.js';
import { Refusal } from '../refusal.js';
import { withFact } from './case-input.js';
import { changeLine, eventsAhead, futureOf } from './future.js';

const USUAL_DAYS = 180;
const MOST_DAYS = 366;

/** "E se…": the future of a case as it stands, and as it would be; nothing changes. */
@Injectable()
export class TellWhatIf {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table, for a milestone or a term that the call does not have, and as an act would be refused. */
  async run(actor: Actor, idOrNumber: string, request: WhatIfRequest): Promise<WhatIf> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readApplication', resource));
    const file = await this.files.read(actor.person, id);
    if (file === undefined) throw unseen();
    const now = await this.clock.now();
    const today = localAt(now).date;
    const until = lastDay(request.until as LocalDate | undefined, today);
    const end = epochMs(instantAt(until, '23:59'));
    const script = scriptOf(file, request, now);
    const assume = request.othersAct ? worksByDates : nothingHappens;
    const before = await futureOf(file, file.streams, assume, now, end);
    const changed = amendedStreams(file, request, now);
    const after = await futureOf(file, changed, apartFrom(script, assume), now, end, script);
    const { date, time } = localAt(now);
    const from = `${date}T${time}`;
    return {
      until,
      before: eventsAhead(before, from),
      after: eventsAhead(after, from),
      changes: difference(before, after).map(changeLine),
    };
  }
}

function lastDay(wanted: LocalDate | undefined, today: LocalDate): LocalDate {
  const last = wanted ?? addDays(today, USUAL_DAYS);
  if (last >= today && last <= addDays(today, MOST_DAYS)) return last;
  throw new Refusal(
    'SIM-01',
    'Si può guardare avanti fino a un anno: scegli un giorno da oggi in poi, entro un anno.',
  );
}

/** Whatever is assumed of a past day is known now; what is assumed of a day to come happens at ten. */
function scriptOf({ definition }: CaseFile, { milestones }: WhatIfRequest, now: number): ScriptedFact[] {
  return milestones.map(({ milestone, outcome, on }) => {
    const body = { milestone, data: {}, ...(outcome === undefined ? {} : { outcome }) };
    const known = knownMilestone(body, definition);
    if ('code' in known) accepted({ ok: false, refused: known });
    const day = on as LocalDate;
    const at = Math.max(now, epochMs(instantAt(day, '10:00')));
    const fact: NewFact = {
      type: 'milestone.recorded',
      legalDate: day,
      ...(day > localAt(now).date ? { legalTime: '10:00:00' } : {}),
      legalSource: 'declared',
      channel: 'web',
      body,
    };
    return { at, fact };
  });
}

/** Nobody is assumed to do before what the reader assumes of a day of their own. */
function apartFrom(script: readonly ScriptedFact[], assume: Assumption): Assumption {
  return (theCase, facts, now) => {
    const asked = theCase.missing[0]?.requirement.id;
    const toCome = script.some(
      ({ at, fact }) => at > now && fact.type === 'milestone.recorded' && fact.body.milestone === asked,
    );
    return toCome ? undefined : assume(theCase, facts, now);
  };
}

function amendedStreams(file: CaseFile, { amendments }: WhatIfRequest, now: number): Streams {
  const today = localAt(now).date;
  let application: Fact[] = [...file.streams.application];
  for (const assumed of amendments) {
    const body = { ...assumed, act: 'Ipotesi', actDate: today, knownOn: today } as TermAmended;
    const streams = { ...file.streams, application };
    const fact: NewFact = {
      type: 'term.amended',
      legalDate: today,
      legalSource: 'declared',
      channel: 'web',
      body: inRunningRound(body, { definition: file.definition, streams }),
    };
    const refused = admit(fact, file.definition, streams, now);
    if (refused !== undefined) accepted({ ok: false, refused });
    application = withFact(application, fact, now).map((each, n) =>
      each.id === 'preview' ? { ...each, id: `preview-${n}` } : each,
    );
  }
  return { ...file.streams, application };
}
