import type { Board, BoardCall } from '#contracts/board.js';
import type { ApplicationLine } from '#contracts/desk.js';
import type { Party } from '#domain/call/definition.js';
import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import type { Asked } from '../../ui/filters.js';

/** Filters of the board in the address. */
export const FILTERS = {
  tocca: ['comune', 'unione', 'altri'],
  entro: ['7', '30', '90'],
  misura: 'text',
  manca: ['1'],
} as const;

/** What the address of the board may ask beside its filters. */
export const VIEWS = ['comuni', 'avviso', 'elenco', 'denaro'] as const;
export type View = (typeof VIEWS)[number];

const PARTIES = {
  comune: 'comune',
  unione: 'union',
  altri: 'funder',
} as const satisfies Record<(typeof FILTERS.tocca)[number], Party>;

/** True when some filter of the board holds. */
export function isFiltered(asked: Asked): boolean {
  return Object.keys(FILTERS).some((name) => asked[name] !== undefined);
}

/** Whether a line passes the filters of an address. */
export function passes(line: ApplicationLine, asked: Asked, on: string): boolean {
  const { tocca, entro, misura, manca } = asked;
  if (tocca !== undefined && (line.ended || PARTIES[tocca as keyof typeof PARTIES] !== line.party))
    return false;
  if (misura !== undefined && line.call.measure !== misura) return false;
  if (manca !== undefined && (line.ended || line.missing.length === 0)) return false;
  if (entro === undefined) return true;
  return !line.ended && line.end !== null && line.end <= addDays(on as LocalDate, Number(entro));
}

/** The board with what passes only: columns and rows without anything are left out. */
export function filtered(board: Board, asked: Asked): Board {
  if (!isFiltered(asked)) return board;
  const applications = board.applications.filter((each) => passes(each, asked, board.on));
  return {
    ...board,
    applications,
    calls: board.calls.filter((call) => applications.some((each) => each.call.id === call.id)),
    bodies: board.bodies.filter((body) => applications.some((each) => each.applicant.id === body.id)),
  };
}

/** What stands in a cell: the application that runs, or the last one; the others before it. */
export function cellOf(
  { applications }: Board,
  body: string,
  call: BoardCall,
): { line: ApplicationLine; earlier: ApplicationLine[] } | undefined {
  const all = applications
    .filter((each) => each.applicant.id === body && each.call.id === call.id)
    .toSorted((a, b) => Number(a.ended) - Number(b.ended) || b.number.localeCompare(a.number));
  const [line, ...earlier] = all;
  return line === undefined ? undefined : { line, earlier };
}

/** Whether its money counts: what was withdrawn, refused or revoked does not. */
export function counts({ sign }: ApplicationLine): boolean {
  return sign !== 'closed';
}

/** Money of a comune over the calls shown; what was collected had been decreed. */
export function totalsOf(lines: readonly ApplicationLine[]): { decreed: number; collected: number } {
  const sum = (words: readonly string[]) =>
    lines
      .filter((each) => counts(each) && words.includes(each.amountWord))
      .reduce((total, each) => total + each.amountCents, 0);
  return { decreed: sum(['decreed', 'collected']), collected: sum(['collected']) };
}
