import type { LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import type { Role } from '#domain/people/role.js';

export type Means = 'digitalSignature' | 'sistemaCup' | 'platformUser';

/** Who would work on an application, and with what. */
export interface Worker {
  role: Role;
  /** Absent where nobody has the role. */
  person?: string;
  /** Last day of the mandate; absent: no end is known. */
  until?: LocalDate;
  away?: { from: LocalDate; to: LocalDate; substitute: boolean };
  means: readonly { kind: Means; expiresOn: LocalDate | null }[];
}

/** What may go wrong with one person until the end, in words: "firma digitale scade il 2 marzo". */
export function flagsOf(worker: Worker, today: LocalDate, end: LocalDate): string[] {
  const { role, person, until, away, means } = worker;
  if (person === undefined) return ['nessuno ha questo incarico'];
  const signature = means.find((each) => each.kind === 'digitalSignature');
  return [
    ...(until !== undefined && until <= end ? [`mandato fino al ${day(until)}`] : []),
    ...(away !== undefined && away.from <= end && away.to >= today && !away.substitute
      ? [`assente dal ${day(away.from)} al ${day(away.to)}, senza sostituto`]
      : []),
    ...(role === 'legalRepresentative' && signature === undefined ? ['firma digitale: non risulta'] : []),
    ...means.flatMap(({ kind, expiresOn }) => {
      if (expiresOn === null || expiresOn > end) return [];
      return [`${NAMES[kind]} ${expiresOn < today ? 'scaduta' : 'scade'} il ${day(expiresOn)}`];
    }),
  ];
}

/** What nobody of the comune has, and somebody needs. */
export function missingMeans(workers: readonly Worker[], today: LocalDate): string[] {
  const has = (kind: Means) =>
    workers.some(({ means }) =>
      means.some((each) => each.kind === kind && (each.expiresOn === null || each.expiresOn >= today)),
    );
  return [
    ...(has('platformUser') ? [] : ['utenza piattaforma: nessuna']),
    ...(has('sistemaCup') ? [] : ['abilitazione al Sistema CUP: nessuna']),
  ];
}

const NAMES = {
  digitalSignature: 'firma digitale',
  sistemaCup: 'abilitazione al Sistema CUP',
  platformUser: 'utenza piattaforma',
} as const;

function day(date: LocalDate): string {
  return dayOfMonthInWords(date, { year: true });
}
