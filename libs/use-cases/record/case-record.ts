import { Injectable } from '@nestjs/common';
import { refusedAsWithdrawn } from '#domain/call/brake.js';
import { refusedAsOver } from '#domain/call/over.js';
import { localAt } from '#domain/calendar/local-date.js';
import { callSlug, slugOf } from '#domain/desk/slug.js';
import type { Refused } from '#domain/fact/refused.js';
import { Clock } from '../clock.js';
import { failpoint } from '../failpoint.js';
import type { Acting } from '../ports/acting.js';
import type { Idempotency, Outcome } from '../ports/once.js';
import { CaseStore, type LoadedCase } from '../ports/case-store.js';
import { beginCall } from './begin-call.js';
import { chainFacts } from './chain-facts.js';
import { callChangesOf, changesOf, factsIn, peopleOf, refusedFact } from './changes.js';
import { humanNumbers } from './human-numbers.js';
import { openApplications } from './open-applications.js';
import { answered, openingsOf, usesIn } from './reading.js';
import type {
  ApplicantToOpen,
  CallView,
  CaseView,
  Changed,
  Launch,
  Launched,
  OpenedApplication,
  Proposal,
  Proposed,
  Recorded,
  RecordedInCall,
} from './recorded.js';
import { NOT_THERE } from '../identity/demand.js';
import { refusedAsLive } from './refused-as-live.js';
import { sentAmong } from './sent-among.js';
import { isNews, settleCase } from './settle-case.js';
import { UNKNOWN_DEFINITION } from './unknown-definition.js';

const UNSEEN: Refused = {
  code: 'CASO-404',
  detail: NOT_THERE,
};

/**
 * The one way in: load, propose, admit, decide, commit. Facts, decisions, projections and wake-ups of one stream go on
 * record in one transaction; between the last thing read and what is committed there are pure functions only.
 */
@Injectable()
export class CaseRecord {
  constructor(
    private readonly store: CaseStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param propose looks at the case under the lock and says what to put on record; none for a mere look.
   * @returns what is on record now, or why nothing was recorded. An unknown or unseen application is `CASO-404`.
   */
  async record<P extends Proposal>(
    acting: Acting,
    application: string,
    propose: (view: CaseView) => P,
    key?: Idempotency,
  ): Promise<Outcome<Recorded> | Extract<P, Changed>> {
    const clock = await this.clock.read();
    return this.store.transact(acting, async (on) => {
      const loaded = await on.load(application);
      if (loaded === undefined) return refused(UNSEEN);
      const before = await answered<Recorded>(on, key);
      if (before !== undefined) return before;
      const proposed: Proposal = propose(viewOf(loaded));
      if ('changed' in proposed) return proposed as Extract<P, Changed>;
      if ('code' in proposed) return refused(proposed);
      const added = chainFacts(loaded.stream, factsIn(proposed), clock.now);
      const uses = await usesIn(on, loaded, [...loaded.facts, ...added.facts]);
      const made = changesOf(loaded, proposed, added, uses, clock, acting);
      if ('code' in made) return refused(made);
      await on.commit(made.changes, () => made.recorded, key);
      failpoint('record.before-commit');
      return { ok: true, value: made.recorded };
    });
  }

  /**
   * What the engine does of itself: whatever is due is decided and put on record, and where nothing is, nothing is
   * locked. An unknown application is `CASO-404`.
   */
  async look(application: string): Promise<Outcome<Recorded>> {
    const clock = await this.clock.read();
    const looked = await this.store.look(application);
    if (looked === undefined) return refused(UNSEEN);
    const settled = settleCase(looked, looked.cupUses, clock);
    if (!isNews(looked.application, settled)) {
      return { ok: true, value: { facts: [], documents: [], ...settled.answer } };
    }
    return this.record({ as: 'worker' }, application, () => []);
  }

  /** Why what is proposed would not be taken now, for what is costly to bring; records nothing. */
  async refusal(
    acting: Acting,
    application: string,
    propose: (view: CaseView) => Proposed[],
  ): Promise<Refused | undefined> {
    const now = await this.clock.now();
    return this.store.transact(acting, async (on) => {
      const loaded = await on.load(application);
      if (loaded === undefined) return UNSEEN;
      return refusedFact(propose(viewOf(loaded)), loaded, now);
    });
  }

  /** A call's act: one fact in the call's stream and one wake-up for each of its applications. */
  async recordInCall<P extends Proposal>(
    acting: Acting,
    call: string,
    propose: (view: CallView) => P,
    key?: Idempotency,
  ): Promise<Outcome<RecordedInCall> | Extract<P, Changed>> {
    const now = await this.clock.now();
    return this.store.transact(acting, async (on) => {
      const loaded = await on.loadCall(call);
      if (loaded === undefined) return refused(UNSEEN);
      const before = await answered<RecordedInCall>(on, key);
      if (before !== undefined) return before;
      const { definition, facts } = loaded;
      // Whoever records in an application share-locks the call's stream, so under its lock this stays true.
      const sent = sentAmong(definition, await on.factsInCall(call));
      const proposed: Proposal = propose({ now, facts, sent });
      if ('changed' in proposed) return proposed as Extract<P, Changed>;
      if ('code' in proposed) return refused(proposed);
      const made = callChangesOf(loaded, proposed, now);
      if ('code' in made) return refused(made);
      const answer = (applications: number) => ({ ...made.recorded, applications });
      const { applications } = await on.commit(made.changes, answer, key);
      failpoint('record.before-commit');
      return { ok: true, value: answer(applications) };
    });
  }

  /** Starts a call and one application for each chosen body. */
  async launch(acting: Acting, launch: Launch, key?: Idempotency): Promise<Outcome<Launched>> {
    const clock = await this.clock.read();
    const { unionId, applicants } = launch;
    return this.store.transact(acting, async (on) => {
      const before = await answered<Launched>(on, key);
      if (before !== undefined) return before;
      const given = await on.definition(launch.definition);
      if (given === undefined) return refused(UNKNOWN_DEFINITION);
      const { definition } = given;
      const bodies = applicants.map(({ body }) => body);
      const over =
        refusedAsOver(definition, clock.now) ??
        refusedAsLive(definition, bodies, await on.live(unionId, definition.id, bodies));
      if (over !== undefined) return refused(over);
      const year = localAt(clock.now).date.slice(0, 4);
      const counted = await on.countOn(unionId, 'call', Number(year), 1);
      const [number = ''] = humanNumbers(counted, 'call', Number(year), 1);
      const like = `${slugOf(definition.shortTitle)}-${year}`;
      const slug = callSlug(definition.shortTitle, year, await on.slugs(unionId, { callsLike: like }));
      const begun = beginCall(launch, given, { number, slug }, clock.now);
      const openings = await openingsOf(on, unionId, { slug }, applicants, Number(year));
      const { opened, changes } = openApplications(begun.loaded, openings, launch.actor, clock);
      const { call, chained } = begun;
      const launched: Launched = {
        call: { id: call.stream.id, number, slug },
        applications: opened,
        ...(begun.brakeUntil === undefined ? {} : { brakeUntil: begun.brakeUntil }),
      };
      const all = {
        unionId,
        call,
        opened: changes.opened,
        facts: [...chained.rows, ...changes.facts],
        details: [...chained.details, ...changes.details],
        messages: changes.messages,
        wakes: {
          post: peopleOf(changes.messages),
          applications: opened.map(({ id }) => id),
          calls: [call.stream.id],
        },
      };
      await on.commit(all, () => launched, key);
      failpoint('record.before-commit');
      return { ok: true, value: launched };
    });
  }

  /** A further application of a body to a running call. */
  async apply(
    acting: Acting,
    call: string,
    applicant: ApplicantToOpen,
    key?: Idempotency,
  ): Promise<Outcome<OpenedApplication>> {
    const clock = await this.clock.read();
    return this.store.transact(acting, async (on) => {
      const loaded = await on.loadCall(call);
      if (loaded === undefined) return refused(UNSEEN);
      const before = await answered<OpenedApplication>(on, key);
      if (before !== undefined) return before;
      const { stream, definition, facts, slug } = loaded;
      const { unionId } = stream;
      const over =
        refusedAsWithdrawn(facts) ??
        refusedAsLive(definition, [applicant.body], await on.live(unionId, definition.id, [applicant.body]));
      if (over !== undefined) return refused(over);
      const year = Number(localAt(clock.now).date.slice(0, 4));
      const openings = await openingsOf(on, unionId, { slug, id: call }, [applicant], year);
      const actor = acting.as === 'person' ? acting.person : undefined;
      const { opened, changes } = openApplications(loaded, openings, actor, clock);
      const [application] = opened;
      if (application === undefined) throw new Error('an application was opened');
      const wakes = { post: peopleOf(changes.messages), applications: [application.id], calls: [] };
      await on.commit({ unionId, ...changes, wakes }, () => application, key);
      return { ok: true, value: application };
    });
  }
}

function refused(why: Refused): { ok: false; refused: Refused } {
  return { ok: false, refused: why };
}

function viewOf({ definition, callFacts, facts }: LoadedCase): CaseView {
  return { definition, streams: { call: callFacts, application: facts } };
}
