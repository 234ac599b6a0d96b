import { Injectable } from '@nestjs/common';
import type { CallStanding, CaseActivities, Standing } from '#process/standing.js';
import { LookAtCall } from '#use-cases/call/look-at-call.js';
import { CaseRecord } from '#use-cases/record/case-record.js';

/** What the workflows of calls and applications ask. Answers carry codes and sentences without names. */
@Injectable()
export class CaseActivitiesService implements CaseActivities {
  constructor(
    private readonly cases: CaseRecord,
    private readonly calls: LookAtCall,
  ) {}

  /** Takes what is due in an application and says what it waits for now. */
  async advance(application: string): Promise<Standing> {
    const outcome = await this.cases.look(application);
    if (!outcome.ok) throw new Error(outcome.refused.code);
    const { wait, waitMs, timer } = outcome.value;
    return {
      kind: wait.kind,
      stage: wait.stage,
      round: wait.round,
      label: wait.label,
      sentence: wait.sentence,
      ...(waitMs === undefined ? {} : { waitMs }),
      ...(timer === undefined ? {} : { timer }),
      ...(wait.next === undefined ? {} : { what: wait.next.what.kind, on: wait.next.what.on }),
    };
  }

  async lookAtCall(call: string): Promise<CallStanding> {
    return this.calls.run(call);
  }
}
