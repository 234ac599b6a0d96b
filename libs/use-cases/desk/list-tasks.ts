import { theDay, to } from '#domain/italian/article.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { approvalId } from '#domain/approval/approval-id.js';
import { Injectable } from '@nestjs/common';
import type { Task, Tasks } from '#contracts/desk.js';
import type { Actor } from '#domain/access/can.js';
import { factSentence } from '#domain/application/explain/history-words.js';
import { localAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { Glance } from '#domain/desk/glance.js';
import { signOf } from '#domain/desk/sign.js';
import { type PersonalTask, tasksOf } from '#domain/desk/tasks.js';
import { askedOf, type Thing } from '#domain/fact/asked-of.js';
import type { NewFact } from '#domain/fact/fact.js';
import { Clock } from '../clock.js';
import { DeskQueries, type OwnFact, type StoredApplication } from '../ports/desk-queries.js';
import { applicationLine } from './application-line.js';
import { seenBy } from './seen.js';
import type { Who } from '#domain/desk/who.js';

/** A task with the application and the body in whose name it is done. */
interface Found {
  stored: StoredApplication;
  task: PersonalTask;
  actingBody: string;
}

/** What a person must do, over all bodies and roles, also those of somebody for whom they stand in. */
@Injectable()
export class ListTasks {
  constructor(
    private readonly queries: DeskQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Tasks> {
    const { applications, who, at } = await seenBy(actor, this.queries, this.clock);
    const found = applications.flatMap((stored) => tasksFor(stored, actor));
    const sentBack = found.flatMap(({ task }) => task.asked.because ?? []);
    const [reasons, done] = await Promise.all([
      this.queries.reasons(actor.person, sentBack),
      this.queries.doneOn(actor.person, at.date),
    ]);
    const busy = new Set(found.map(({ stored }) => stored.id));
    return {
      on: at.date,
      at: at.time.slice(0, 5),
      tasks: found.map((each) => lineOf(each, actor, reasons, at.date)).toSorted(byDate),
      waiting: applications
        .filter((each) => !each.ended && !busy.has(each.id) && isOwn(each, actor))
        .map((each) => applicationLine(each, who, at)),
      doneToday: done.map((each) => doneLine(each, who)),
    };
  }
}

/** Whether the person has a role for it in a body that takes part. */
function isOwn(stored: StoredApplication, actor: Actor): boolean {
  return actor.memberships.some(
    (held) =>
      [stored.applicant.id, ...stored.participants].includes(held.body) &&
      held.body !== actor.unionBody &&
      (held.application ?? stored.id) === stored.id,
  );
}

/** In the name of the applicant first, then of the others; in the name of the union what is left. */
function tasksFor(stored: StoredApplication, actor: Actor): Found[] {
  const { applicant, participants } = stored;
  const bodies = [...new Set([applicant.id, ...participants, actor.unionBody])];
  const known = new Set<string>();
  return bodies.flatMap((actingBody) => {
    const roles = actor.memberships
      .filter((held) => held.body === actingBody && (held.application ?? stored.id) === stored.id)
      .map((held) => held.role);
    const of = actingBody === actor.unionBody ? undefined : askedOf(actingBody, applicant.id);
    return tasksOf(stored.glance, roles, actor.person, of)
      .filter(({ asked }) => !known.has(nameOf(asked)) && known.add(nameOf(asked)))
      .map((task) => ({ stored, task, actingBody }));
  });
}

function nameOf({ requirement, of = '' }: Thing): string {
  return `${requirement}/${of}`;
}

function lineOf(
  { stored, task, actingBody }: Found,
  actor: Actor,
  reasons: ReadonlyMap<string, string>,
  today: LocalDate,
): Task {
  const { glance } = stored;
  const { asked, term, answered } = task;
  const reason = asked.because === undefined ? undefined : reasons.get(asked.because);
  const approval = approvalOf(task, actor, actingBody);
  return {
    application: { id: stored.id, slug: stored.slug, number: stored.number },
    applicant: stored.applicant,
    call: stored.call.shortTitle,
    kind: asked.kind,
    requirement: asked.requirement,
    ...(approval === undefined ? {} : { approval }),
    ...(term === undefined ? {} : { term: term.id }),
    label: asked.label,
    sentence: why(stored, task),
    place: asked.place,
    platform: stored.call.platform,
    status: asked.status === 'returned' ? 'returned' : 'missing',
    ...(asked.button === undefined ? {} : { button: asked.button }),
    outcomes: asked.outcomes ?? [],
    ...(reason === undefined ? {} : { reason }),
    workBy: term?.safeEnd ?? null,
    end: term?.end ?? null,
    cutOff: term?.cutOff ?? null,
    sign: signOfTask(task, glance, today),
    amountCents: glance.amount.cents,
    amountWord: glance.amount.word,
    actingBody,
    ...(answered === undefined ? {} : { answered }),
  };
}

/** By its own term, whatever else is late in the case; what may cost the application is late by nature. */
function signOfTask({ asked, term }: PersonalTask, glance: Glance, today: LocalDate): Task['sign'] {
  if (asked.owed === true) return asked.fatal === true ? 'atRisk' : 'onTime';
  const { resend: _resend, ...own } = glance;
  const others = glance.asked.filter((each) => each.fatal !== true);
  return signOf({ ...own, asked: others, terms: term === undefined ? [] : [term], suspended: false }, today);
}

function approvalOf({ asked }: PersonalTask, actor: Actor, actingBody: string): string | undefined {
  if (asked.kind !== 'approval') return undefined;
  const role = asked.upTo.find((each) =>
    actor.memberships.some((held) => held.body === actingBody && held.role === each),
  );
  return role === undefined ? undefined : approvalId({ requirement: asked.requirement, role });
}

/** Why it is asked: what was wrong with it, what came over the stage, or what the stage means. */
function why({ glance, state, label }: StoredApplication, { asked }: PersonalTask): string {
  if (asked.status === 'returned') return 'Va corretta: il motivo è scritto qui.';
  if (asked.notAfter !== undefined) {
    return `Senza, si rischia l’esclusione: deve portare una data non successiva ${to(theDay(dayOfMonthInWords(asked.notAfter, { year: true })))}.`;
  }
  if (asked.owed === true)
    return 'Manca ancora qui: il passo ufficiale è già registrato, e non c’è un termine.';
  if (asked.interrupt === undefined) return state === '' ? `${label}.` : state;
  return `${glance.overlays[0] ?? label}.`;
}

function byDate(a: Task, b: Task): number {
  return (
    (a.workBy ?? '9999').localeCompare(b.workBy ?? '9999') ||
    a.applicant.name.localeCompare(b.applicant.name) ||
    a.label.localeCompare(b.label)
  );
}

function doneLine({ at, fact, slug, applicant, definition }: OwnFact, who: Who): Tasks['doneToday'][number] {
  const names = {
    person: (id: string) => who.nameOf(id) ?? 'Una persona',
    body: () => applicant,
  };
  const sentence = factSentence(definition, fact as NewFact, names);
  // A sentence that begins with somebody's name keeps its capital.
  const named = /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(sentence);
  return {
    at: localAt(Date.parse(at)).time.slice(0, 5),
    sentence: `${applicant}: ${named ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`}`,
    application: { slug },
  };
}
