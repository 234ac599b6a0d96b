import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { Fact } from '#domain/fact/fact.js';

/** Builds histories for specs: facts numbered in order, recorded when they happened unless told otherwise. */
export class History {
  readonly facts: Fact[] = [];

  constructor(
    private readonly applicant = 'rivello',
    private readonly amountCents = 2_314_700,
  ) {}

  opened(date: LocalDate): this {
    return this.add('application.opened', date, {
      call: 'call',
      applicant: this.applicant,
      participants: [this.applicant],
      attempt: 1,
      amountCents: this.amountCents,
    });
  }

  milestone(
    milestone: string,
    date: LocalDate,
    more: {
      outcome?: string;
      data?: Record<string, string | number>;
      time?: string;
      recorded?: LocalDate;
      corrects?: string;
    } = {},
  ): this {
    const { outcome, data = {}, ...when } = more;
    return this.add(
      'milestone.recorded',
      date,
      { milestone, data, proof: 'proof', ...(outcome === undefined ? {} : { outcome }) },
      when,
    );
  }

  filed(requirement: string, date: LocalDate, time?: string): this {
    const document = `${requirement}-${this.facts.length + 1}`;
    const body = { requirement, document, sha256: 'a'.repeat(64), bytes: 10, mediaType: 'application/pdf' };
    return this.add('document.filed', date, body, time === undefined ? {} : { time });
  }

  /** The last filed version of a requirement is looked at. */
  reviewed(requirement: string, date: LocalDate, verdict: 'accepted' | 'returned' = 'accepted'): this {
    const filed = this.facts.findLast(
      (f) => f.type === 'document.filed' && f.body.requirement === requirement,
    );
    if (filed?.type !== 'document.filed') throw new Error(`nothing filed for ${requirement}`);
    return this.add('document.reviewed', date, { requirement, document: filed.body.document, verdict });
  }

  add<T extends FactType>(
    type: T,
    date: LocalDate,
    body: FactBodies[T],
    more: { time?: string; recorded?: LocalDate; corrects?: string } = {},
  ): this {
    const seq = this.facts.length + 1;
    const recordedAt = isoInstant(epochMs(instantAt(more.recorded ?? date, more.time ?? '09:00:00')));
    const fact = {
      id: `fact-${seq}`,
      seq,
      type,
      legalDate: date,
      ...(more.time === undefined ? {} : { legalTime: more.time }),
      legalSource: 'declared',
      channel: 'web',
      actor: 'giulia',
      body,
      recordedAt,
      ...(more.corrects === undefined ? {} : { corrects: more.corrects }),
    };
    this.facts.push(fact as unknown as Fact);
    return this;
  }
}

/** An application to SEND whose comune takes part. */
export function participating(): History {
  return new History().opened('2024-05-08').milestone('participation', '2024-05-14', { outcome: 'yes' });
}

/** Rivello, up to the PEC of admissibility of Tuesday 23 July 2024. */
export function admitted(): History {
  return participating()
    .filed('participationAct', '2024-05-20')
    .reviewed('participationAct', '2024-05-21')
    .filed('serviceList', '2024-05-20')
    .reviewed('serviceList', '2024-05-21')
    .filed('signedApplication', '2024-05-30')
    .reviewed('signedApplication', '2024-05-31')
    .milestone('submission', '2024-06-03', { time: '11:20:00' })
    .milestone('admission', '2024-07-23', { outcome: 'admitted', time: '11:02:00' });
}
