import { Injectable } from '@nestjs/common';
import type { FailedDelivery, ReviewTask, RoundLine, Today } from '#contracts/desk.js';
import type { Actor } from '#domain/access/can.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { moneyAtRisk, RISK_DAYS } from '#domain/desk/money-at-risk.js';
import { platformNews } from '#domain/desk/news.js';
import { phoneTasks } from '#domain/desk/phone.js';
import { shownTerm } from '#domain/desk/sign.js';
import { outsideInWords, roundIsDue, sectionsOf } from '#domain/desk/today.js';
import type { Who } from '#domain/desk/who.js';
import { spoiltInWords } from '#domain/document/reading.js';
import { outageInWords } from '#domain/post/outage.js';
import { Clock } from '../clock.js';
import { DeskQueries, type StoredApplication, type UndeliveredMail } from '../ports/desk-queries.js';
import { FilesInSight } from '../ports/stored-files.js';
import { Refusal } from '../refusal.js';
import { applicationLine } from './application-line.js';
import { seenBy } from './seen.js';
import { isOfOffice } from './of-office.js';

/** The first page of the office: what must be done now, who is called, what is looked at and what comes. */
@Injectable()
export class ReadToday {
  constructor(
    private readonly queries: DeskQueries,
    private readonly files: FilesInSight,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `OGGI-01` for whoever is not of the office, with the page that is theirs. */
  async run(actor: Actor): Promise<Today> {
    if (!isOfOffice(actor)) throw notOfOffice(actor);
    const { applications, who, at, now } = await seenBy(actor, this.queries, this.clock);
    const today = at.date;
    const sections = sectionsOf(applications, today);
    const [silences, failed, outage, stored, review, round] = await Promise.all([
      this.queries.silences(actor.person, now),
      this.queries.undelivered(actor.person),
      this.queries.mailOutage(actor.person, now),
      this.files.known(actor.person),
      this.review(actor, applications, who),
      this.round(actor, applications, today),
    ]);
    const files = spoiltInWords(stored.spoilt);
    const line = (each: StoredApplication) => applicationLine(each, who, at);
    return {
      on: today,
      at: at.time.slice(0, 5),
      atRisk: { days: RISK_DAYS, ...moneyAtRisk(applications, today, RISK_DAYS) },
      now: sections.now.map(line),
      phone: phoneTasks(applications, silences, who, today),
      review,
      round: { due: round.some((each) => each.due), lines: round },
      soon: sections.soon.map(line),
      failed: failed.map(failedDelivery),
      ...(outage === undefined ? {} : { outage: outageInWords(outage, today) }),
      ...(files === undefined ? {} : { files }),
      ...(sections.next === undefined ? {} : { next: nextOf(sections.next) }),
    };
  }

  private async review(
    actor: Actor,
    applications: readonly StoredApplication[],
    who: Who,
  ): Promise<ReviewTask[]> {
    const waiting = applications.flatMap((stored) =>
      stored.glance.asked.flatMap((asked) =>
        asked.status === 'inReview' && asked.document !== undefined
          ? [{ stored, asked, document: asked.document }]
          : [],
      ),
    );
    const names = await this.queries.fileNames(
      actor.person,
      waiting.map(({ document }) => document.id),
    );
    return waiting
      .map(({ stored, asked, document }): ReviewTask => {
        const by = who.nameOf(document.by);
        return {
          application: { id: stored.id, slug: stored.slug, number: stored.number },
          applicant: stored.applicant.name,
          call: stored.call.shortTitle,
          requirement: asked.requirement,
          label: asked.label,
          document: document.id,
          fileName: names.get(document.id) ?? 'documento',
          filedOn: document.on,
          ...(document.at === undefined ? {} : { filedAt: document.at }),
          ...(by === undefined ? {} : { by }),
        };
      })
      .toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)) || a.applicant.localeCompare(b.applicant));
  }

  private async round(
    actor: Actor,
    applications: readonly StoredApplication[],
    today: LocalDate,
  ): Promise<RoundLine[]> {
    const outside = applications.filter(
      ({ glance }) => glance.outcome === 'running' && glance.outside !== undefined,
    );
    const calls = new Set(outside.map(({ call }) => call.id));
    const definitions = await this.queries.definitions(actor.person, [...calls]);
    return outside.flatMap((stored) => {
      const definition = definitions.get(stored.call.id);
      return definition === undefined ? [] : roundLine(stored, definition, today);
    });
  }
}

const momentOf = ({ filedOn, filedAt }: ReviewTask) => `${filedOn}T${filedAt ?? '00:00'}`;

function roundLine(stored: StoredApplication, definition: CallDefinition, today: LocalDate): RoundLine[] {
  const { glance } = stored;
  const { outside } = glance;
  if (outside === undefined) return [];
  return [
    {
      application: { id: stored.id, slug: stored.slug, number: stored.number },
      applicant: stored.applicant.name,
      applicantId: stored.applicant.id,
      call: stored.call.shortTitle,
      stage: stored.stage,
      label: stored.label,
      sentence: outsideInWords(outside, today),
      lastChecked: outside.checked ?? null,
      due: roundIsDue(outside, today),
      news: platformNews(definition, stored.stage, glance.interrupt),
    },
  ];
}

function failedDelivery({
  mail,
  person,
  bodies,
  address,
  subject,
  state,
  on,
}: UndeliveredMail): FailedDelivery {
  const sentence =
    state === 'dead'
      ? 'La casella non esiste o non riceve: telefona e correggi l’indirizzo.'
      : 'Il messaggio è stato rifiutato: telefona, e avvisa chi gestisce la posta dell’Unione.';
  return { mail, person, bodies, address, subject, sentence, on };
}

function nextOf(stored: StoredApplication): NonNullable<Today['next']> {
  const term = shownTerm(stored.glance);
  const first = stored.glance.asked.find((each) => each.ours)?.label;
  return {
    on: term?.safeEnd ?? '',
    applicant: stored.applicant.name,
    call: stored.call.shortTitle,
    label: first ?? stored.label,
  };
}

/** Each has a page of their own, and is told which. */
function notOfOffice({ memberships, unionBody }: Actor): Refusal {
  const ofUnion = memberships.some((held) => held.body === unionBody);
  return new Refusal(
    'OGGI-01',
    ofUnion
      ? 'Questa pagina è dell’ufficio ICT: apri il Quadro oppure i Fascicoli.'
      : 'Questa pagina è dell’ufficio ICT: apri «Le mie attività».',
  );
}
