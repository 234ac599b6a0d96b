import type { LaunchComune, LaunchPaper } from '#contracts/launch-preview.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { isOptional, placeOf, rolesAsked } from '#domain/call/requirement.js';
import { eligibility, type Eligibility } from '#domain/call/eligibility.js';
import { type LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { internalDates } from '#domain/launch/internal-dates.js';
import { flagsOf, missingMeans, type Worker } from '#domain/launch/red-flags.js';
import { euroInWords } from '#domain/money/money.js';
import { holders } from '#domain/people/assignment.js';
import { roleInWords } from '#domain/people/role-words.js';
import type { Role } from '#domain/people/role.js';
import type { RefusalCode } from '#domain/refusal/refusals.js';
import type { Applicant } from '#use-cases/ports/case-queries.js';
import type { EarlierApplication, Prospect } from '#use-cases/ports/launch-queries.js';
import type { ListedPerson } from '#use-cases/ports/people.js';
import { refusedAsLive } from '../../record/refused-as-live.js';

/** Who must be there before a call begins. */
const ROLES: readonly Role[] = ['legalRepresentative', 'secretary', 'referent', 'rup', 'accounts'];

interface Looked {
  definition: CallDefinition;
  prospect: Prospect;
  people: ReadonlyMap<string, ListedPerson>;
  earlier: readonly EarlierApplication[];
  today: LocalDate;
  /** Day to work by for the call's end; undefined for a call that never closes. */
  workBy?: LocalDate;
}

/** One comune as the office looks at it before a launch. */
export function launchComune(body: Applicant, looked: Looked): LaunchComune {
  const { definition, prospect, people, earlier, today, workBy } = looked;
  const before = earlier.filter((each) => each.body === body.body);
  const may = refusedNow(definition, body, before) ?? eligibility(definition, body);
  const end = workBy ?? today;
  const workers = ROLES.flatMap((role) => workersOf(role, body.body, prospect, people, today));
  return {
    body: body.body,
    istat: body.istat ?? '',
    name: body.name,
    ...(may.eligible ? moneyOf(definition, may) : { refused: { code: may.code, detail: may.detail } }),
    earlier: before.map(({ number, call, label, ended }) => ({ number, call, label, ended })),
    people: workers.map((worker) => {
      const name = people.get(worker.person ?? '')?.name;
      return {
        role: worker.role,
        roleInWords: roleInWords(worker.role),
        ...(name === undefined ? {} : { name }),
        flags: flagsOf(worker, today, end),
      };
    }),
    flags: missingMeans(workers, today),
    dates: workBy === undefined ? [] : internalDates(workBy, prospect.isClosed),
  };
}

/** What the launch itself would refuse at the end is said before somebody has prepared it, with the numbers. */
function refusedNow(
  definition: CallDefinition,
  { body, name }: Applicant,
  before: readonly EarlierApplication[],
): { eligible: false; code: RefusalCode; detail: string } | undefined {
  const live = before.filter((each) => each.definition === definition.id && !each.ended);
  const refused = refusedAsLive(
    definition,
    [body],
    live.map(() => ({ body, name })),
  );
  if (refused === undefined) return undefined;
  const numbers = live.map((each) => each.number).join(', ');
  return {
    eligible: false,
    code: refused.code,
    detail: `Ha già una candidatura in corso per questo avviso (${numbers}): prima serve il decreto di rinuncia.`,
  };
}

function workersOf(
  role: Role,
  body: string,
  { people: assignments }: Prospect,
  people: ReadonlyMap<string, ListedPerson>,
  today: LocalDate,
): Worker[] {
  const held = holders(role, { body }, today, assignments).filter((each) => each.substituteFor === undefined);
  if (held.length === 0) return [{ role, means: [] }];
  return held.map(({ person }): Worker => {
    const listed = people.get(person);
    const mandate = assignments.memberships.find(
      (each) => each.person === person && each.role === role && each.body === body,
    );
    const [absence] = listed?.absences ?? [];
    return {
      role,
      person,
      ...(mandate?.to === undefined ? {} : { until: mandate.to }),
      ...(absence === undefined
        ? {}
        : {
            away: {
              from: absence.from as LocalDate,
              to: absence.to as LocalDate,
              substitute: absence.substitute !== undefined,
            },
          }),
      means: (listed?.capabilities ?? []).map(({ kind, expiresOn }) => ({
        kind,
        expiresOn: expiresOn as LocalDate | null,
      })),
    };
  });
}

function moneyOf(
  { amounts }: CallDefinition,
  { amountCents, residents, residentsOn }: Extract<Eligibility, { eligible: true }>,
): Pick<LaunchComune, 'residents' | 'amountCents' | 'formula'> {
  const band = amounts.classes.find((each) => each.upTo === null || residents <= each.upTo);
  const who =
    band === undefined || band.upTo === null ? 'oltre l’ultima soglia' : `fino a ${digits(band.upTo)}`;
  const on = dayOfMonthInWords(residentsOn, { year: true });
  return {
    residents: { count: residents, on: residentsOn },
    amountCents,
    formula: `${digits(residents)} abitanti al ${on}: ${who} spettano ${euroInWords(amountCents)}`,
  };
}

function digits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** What is asked, step by step, and where it is done. */
export function papersIn(definition: CallDefinition): LaunchPaper[] {
  return definition.stages.flatMap((stage) =>
    stage.requirements.map((requirement): LaunchPaper => {
      return {
        stage: stage.label,
        label: requirement.label,
        kind: requirement.kind,
        place: placeOf(requirement),
        who: rolesAsked(requirement).map(roleInWords).join(', '),
        optional: isOptional(requirement),
        proof: requirement.kind === 'milestone' && requirement.proof,
      };
    }),
  );
}
