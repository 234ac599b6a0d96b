import { Injectable } from '@nestjs/common';
import type { LaunchPreview, LaunchPreviewRequest } from '#contracts/launch-preview.js';
import { type Actor, can } from '#domain/access/can.js';
import { callEndNow } from '#domain/call/call-terms.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';
import { refusedAsOver } from '#domain/call/over.js';
import { unconfirmedSources } from '#domain/call/sources.js';
import { localAt } from '#domain/calendar/local-date.js';
import { internalDates } from '#domain/launch/internal-dates.js';
import { tightTimes } from '#domain/launch/tight-times.js';
import type { SimulatedMessage } from '#domain/simulation/memory-post.js';
import { italianWords } from '#domain/simulation/italian-words.js';
import { nameOfRole } from '#domain/simulation/simulated-people.js';
import { openingFact, simulating } from '#domain/simulation/simulate.js';
import { accepted } from '../../application/accepted.js';
import { Clock } from '../../clock.js';
import { demand } from '../../identity/demand.js';
import { CaseQueries } from '../../ports/case-queries.js';
import { Definitions, type GivenDefinition } from '../../ports/definitions.js';
import { LaunchQueries } from '../../ports/launch-queries.js';
import { LetterWriter } from '../../ports/letter-writer.js';
import { People } from '../../ports/people.js';
import { Office } from '../../ports/sender.js';
import { eventsAhead } from '../../preview/future.js';
import { previews } from '../../unhurried.js';
import { choose, demandKnown, unknownDefinition } from '../launch-call.js';
import { type Chosen, countMails, firstMail, mailsOf } from './first-mails.js';
import { beginCall } from '../../record/begin-call.js';
import { launchComune, papersIn } from './launch-comune.js';

const YEAR_MS = 365 * 86_400_000;

/** Says what a launch would do, comune by comune; records nothing. */
@Injectable()
export class PreviewLaunch {
  constructor(
    private readonly definitions: Definitions,
    private readonly queries: CaseQueries,
    private readonly launches: LaunchQueries,
    private readonly people: People,
    private readonly writer: LetterWriter,
    private readonly office: Office,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table; `AVV-404`, `AVV-05`, `AVV-07` and `AVV-08` as a launch. */
  async run(actor: Actor, request: LaunchPreviewRequest): Promise<LaunchPreview> {
    const { actingBody, confirmed } = request;
    demand(can(actor, 'launchCall', { union: actor.union, bodies: [] }, { actingBody }));
    const by = { as: 'person' as const, person: actor.person };
    const given = await this.definitions.find(by, request.definition);
    if (given === undefined) throw unknownDefinition();
    const { definition } = given;
    demandKnown(definition, confirmed);
    const bodies = choose(await this.queries.applicants(actor.person), request.comuni);
    const now = await this.clock.now();
    const over = refusedAsOver(definition, now);
    if (over !== undefined) accepted({ ok: false, refused: over });
    const today = localAt(now).date;
    const prospects = await this.launches.prospects(
      actor.person,
      bodies.map((each) => each.body),
    );
    const earlier = await this.launches.earlier(actor.person, definition.measure);
    const people = new Map((await this.people.list(actor.person)).map((each) => [each.id, each]));
    const end = callEndNow(definition, []);
    const looked = bodies.flatMap((body) => {
      const prospect = prospects.get(body.body);
      if (prospect === undefined) return [];
      const workBy = end === undefined ? {} : { workBy: end.safeEnd };
      const comune = launchComune(body, { definition, prospect, people, earlier, today, ...workBy });
      return [{ comune, prospect }];
    });
    const chosen = looked.flatMap(({ comune, prospect }): Chosen[] =>
      comune.amountCents === undefined ? [] : [{ ...comune, amountCents: comune.amountCents, prospect }],
    );
    const call = asLaunched(actor, given, request.brake, now);
    const mails: SimulatedMessage[][] = [];
    for (const each of chosen) mails.push(await mailsOf(definition, call, each, now));
    const [first] = chosen;
    const mail =
      first === undefined
        ? undefined
        : firstMail(definition, first, mails[0] ?? [], people, this.writer, this.office, now);
    return {
      comuni: looked.map((each) => each.comune),
      eligible: chosen.length,
      cents: chosen.reduce((sum, each) => sum + each.amountCents, 0),
      papers: papersIn(definition),
      tight: tightTimes(
        today,
        end?.end,
        looked.flatMap(({ comune, prospect }) =>
          end === undefined || comune.refused !== undefined
            ? []
            : internalDates(end.safeEnd, prospect.isClosed),
        ),
      ),
      toConfirm: unconfirmedSources(definition, confirmed).map(({ id, label, source: { act, quote } }) => ({
        id,
        label,
        source: { act, quote, confirmed: false },
      })),
      timeline: first === undefined ? [] : await timelineOf(definition, call, first, now),
      mails: countMails(mails.flat(), people),
      ...(mail === undefined ? {} : { firstMail: mail }),
    };
  }
}

/** The call's stream as the launch begins it: within its brake nothing leaves. */
function asLaunched(
  { person, union }: Actor,
  given: GivenDefinition,
  brake: boolean | undefined,
  now: number,
): readonly Fact[] {
  const { id, version } = given.definition;
  const launch = {
    unionId: union,
    definition: { id, version },
    confirmed: [],
    applicants: [],
    actor: person,
  };
  return beginCall({ ...launch, brake: brake === true }, given, { number: '', slug: '' }, now).loaded.facts;
}

/** A year of one comune, told to roles and not to people. */
async function timelineOf(
  definition: CallDefinition,
  call: readonly Fact[],
  { body, name, amountCents, prospect }: Chosen,
  now: number,
) {
  const { date, time } = localAt(now);
  const ahead = simulating({
    definition,
    streams: { call, application: [openingFact(now, body, amountCents)] },
    from: now,
    until: now + YEAR_MS,
    isClosed: prospect.isClosed,
    words: italianWords(definition, { person: nameOfRole, body: () => name }),
  });
  return eventsAhead(await previews.run(ahead), `${date}T${time}`);
}
