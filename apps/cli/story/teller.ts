import { Readable } from 'node:stream';
import type { FactRequest } from '#contracts/fact-request.js';
import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { Channel } from '#domain/fact/fact.js';
import type { Scenario } from '#domain/fact/scenario.js';
import { moveClock } from '#persistence/clock.js';
import { actorOf, type Profile } from '#use-cases/ports/people.js';
import { momentOf } from './standing-clock.js';
import { p7m, pdf } from './story-file.js';
import type { StoryParts } from './story-parts.js';

/** An hour in Rome. */
export type Hour = readonly [date: LocalDate, time: string];

/** How something is told, beside what it is. */
export interface Told {
  outcome?: string;
  data?: Record<string, string | number>;
  /** When it happened, if not now. */
  on?: Hour;
  channel?: Exclude<Channel, 'engine'>;
  /** The office does it for the comune. */
  behalf?: boolean;
  note?: string;
  /** Name of the proof's file; without it there is no proof. */
  proof?: string;
}

/** Id of the person with an e-mail address. @throws Error when there is none. */
export type IdOf = (email: string) => string;

/** Lets invented people do what people do, each in the own name and through the product's own use cases. */
export class Teller {
  readonly #people = new Map<string, Profile>();
  /** Ids of the applications by comune and call, "Nemoli, SEND"; a comune's second as "Nemoli, SEND (2)". */
  readonly applications = new Map<string, string>();
  readonly bodies = new Map<string, string>();
  readonly #calls = new Map<string, string>();
  #day = '';
  acts = 0;

  constructor(
    private readonly parts: StoryParts,
    private readonly idOf: IdOf,
  ) {}

  /** Lets time pass until an hour, with all that the product does meanwhile. */
  async at([date, time]: Hour): Promise<void> {
    const moment = momentOf(date, time);
    await this.parts.engine.until(moment);
    // What the database asks of the day (who holds which role) must be true for the acts of this day.
    if (date !== this.#day) await moveClock(this.parts.owner.manager, (moment - Date.now()) / 1000);
    this.#day = date;
  }

  /** The office launches a call for the nine comuni. @param call its short title. */
  async launch(email: string, call: string, definition: { id: string; version: number }): Promise<void> {
    const { actor, actingBody } = await this.acting(email);
    const launched = await this.parts.launch.run(actor, {
      actingBody,
      definition,
      comuni: 'all',
      confirmed: [],
    });
    this.#calls.set(call, launched.call.id);
    for (const each of launched.applications) {
      this.applications.set(`${each.comune}, ${call}`, each.id);
      this.bodies.set(each.comune, each.applicant);
    }
  }

  /** A comune applies a second time, registered by the office. */
  async applyAgain(email: string, comune: string, call: string): Promise<void> {
    const { actor, actingBody } = await this.acting(email);
    const onBehalfOf = this.bodies.get(comune) ?? '';
    const all = await this.parts.queries.applicants(actor.person);
    const istat = all.find((each) => each.body === onBehalfOf)?.istat ?? '';
    const again = await this.parts.apply.run(actor, this.#calls.get(call) ?? '', {
      actingBody,
      onBehalfOf,
      comune: istat,
    });
    this.applications.set(`${comune}, ${call} (2)`, again.id);
  }

  /** An act, an answer or an outcome is put on record. */
  async milestone(email: string, which: string, milestone: string, told: Told = {}): Promise<void> {
    const { outcome, data = {}, proof } = told;
    const proven =
      proof === undefined ? {} : { proof: await this.upload(email, which, 'proof', proof, told) };
    const body = { milestone, data, ...proven, ...(outcome === undefined ? {} : { outcome }) };
    await this.fact(email, which, { type: 'milestone.recorded', body }, told);
  }

  /** Uploads a file for a requirement. @returns id of the document. */
  async upload(
    email: string,
    which: string,
    requirement: string,
    title: string,
    told: Pick<Told, 'channel' | 'behalf'> = {},
  ): Promise<string> {
    const { actor, actingBody } = await this.acting(email, which);
    const union = actor.unionBody === actingBody;
    const comune = comuneOf(which);
    const signed = title.endsWith('.p7m');
    const name = title.replace(/\.p7m$/, '');
    const { date } = localAt(this.parts.clock.moment);
    const page = pdf(name, [
      `${which}, avviso di dimostrazione`,
      `Caricato il ${date.split('-').toReversed().join('/')}`,
      'Documento inventato: serve a mostrare come lavora Capofila.',
    ]);
    this.acts += 1;
    const filed = await this.parts.file.run(actor, this.applicationOf(which), {
      requirement,
      channel: told.channel ?? 'web',
      acting: { actingBody, ...(union ? { onBehalfOf: this.bodyOf(which) } : {}) },
      content: Readable.from([signed ? p7m(page) : page]),
      fileName: `${name} ${comune}.pdf${signed ? '.p7m' : ''}`,
      mediaType: signed ? 'application/pkcs7-mime' : 'application/pdf',
      idempotencyKey: `racconto-${this.acts}`,
    });
    return filed.document;
  }

  /** The office looks at a paper. */
  async review(
    email: string,
    which: string,
    requirement: string,
    document: string,
    returned?: string,
  ): Promise<void> {
    const verdict = returned === undefined ? 'accepted' : 'returned';
    const reason = returned === undefined ? {} : { reason: returned };
    const body = { requirement, document, verdict, ...reason } as const;
    await this.fact(email, which, { type: 'document.reviewed', body }, {});
  }

  /** A note for the office and the comune, kept beside the facts. */
  async note(email: string, which: string, text: string): Promise<void> {
    const { actor, actingBody } = await this.acting(email, which);
    this.acts += 1;
    await this.parts.record.run(actor, this.applicationOf(which), {
      type: 'talk.logged',
      actingBody,
      channel: 'web',
      body: { kind: 'note', officeOnly: false },
      detail: { text },
    });
  }

  /** Which part the union has in the comune's project: 0 none, 1 the procurement, 2 and 3 more (FAQ 02/004/002). */
  async scenario(email: string, which: string, scenario: Scenario): Promise<void> {
    await this.fact(email, which, { type: 'scenario.chosen', body: { scenario } }, {});
  }

  /** The weekly tick: the platform shows nothing new. */
  async nothingNew(email: string, which: string, stage: string): Promise<void> {
    await this.fact(email, which, { type: 'outside.checked', body: { stage } }, {});
  }

  /** A person is away; `by` says so. */
  async away(
    by: string,
    email: string,
    days: { from: LocalDate; to: LocalDate },
    substitute: string,
  ): Promise<void> {
    const { actor, actingBody } = await this.acting(by);
    await this.parts.availability.absence(actor, { actingBody }, this.idOf(email), {
      ...days,
      substitute: this.idOf(substitute),
    });
    this.#people.clear();
  }

  /** A person presses one of the three answers of the last mail. @throws Error when that mail has none. */
  async answers(email: string, answer: 'done' | 'cannot' | 'notMine'): Promise<void> {
    const mail = this.parts.mailTo(email);
    const token = /\/risposte\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    if (token === undefined)
      throw new Error(`the last mail to ${email} has no quick answers: ${mail?.subject ?? 'there is none'}`);
    this.acts += 1;
    await this.parts.answer.run(token, answer);
  }

  private async fact(
    email: string,
    which: string,
    what: Pick<FactRequest, 'type' | 'body'>,
    told: Told,
  ): Promise<void> {
    const { actor, actingBody } = await this.acting(email, which);
    this.acts += 1;
    await this.parts.record.run(actor, this.applicationOf(which), {
      ...what,
      actingBody,
      ...(told.behalf === true ? { onBehalfOf: this.bodyOf(which) } : {}),
      ...(told.on === undefined ? {} : { legalDate: told.on[0], legalTime: `${told.on[1]}:00` }),
      channel: told.channel ?? 'web',
      ...(told.note === undefined ? {} : { detail: { note: told.note } }),
    } as FactRequest);
  }

  /** The person, in the name of the union or of the comune that it is about. */
  private async acting(email: string, which?: string) {
    let profile = this.#people.get(email);
    if (profile === undefined) {
      profile = await this.parts.people.profileOf(this.idOf(email));
      if (profile === undefined) throw new Error(`${email} has no account`);
      this.#people.set(email, profile);
    }
    const actor = actorOf(profile);
    const union = profile.mandates.some((each) => each.body === profile.unionBody);
    const own = which === undefined ? profile.mandates[0]?.body : this.bodyOf(which);
    const actingBody = union ? profile.unionBody : (own ?? '');
    return { actor, actingBody };
  }

  private applicationOf(which: string): string {
    const found = this.applications.get(which);
    if (found === undefined) throw new Error(`there is no application of ${which}`);
    return found;
  }

  private bodyOf(which: string): string {
    return this.bodies.get(comuneOf(which)) ?? '';
  }
}

function comuneOf(which: string): string {
  return which.split(', ')[0] ?? which;
}
