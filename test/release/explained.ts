/** What a later release changes by itself in a database of an earlier one, and why that is right. */
export interface Explained {
  /** Of lines as `differences` writes them. */
  lines: RegExp;
  times: number;
  because: string;
}

const CLOSED = 'who never answered is closed once by the end of a call that was over already (docs/adr/0020)';
const SATURDAYS =
  'nobody says which days of a sample check work: people work by the count that has Saturdays in it, and hear of it once';
const NEVER_ANSWERED = 'ULL-2024-00(?:0[12346]|10)';

/** By dump. Everything else is a fault. */
export const EXPLAINED: Readonly<Record<string, readonly Explained[]>> = {
  '0.1.0/story': [
    { lines: /^ULL-2026-0005 safe_end: "2027-04-06" -> "2027-04-01"$/, times: 1, because: SATURDAYS },
    {
      lines: /^ULL-2026-0005 why: .*Entro martedì 6 aprile .* -> .*Entro giovedì 1° aprile /,
      times: 1,
      because: SATURDAYS,
    },
    // Whoever had read of the later day, and what is due on this very day by the earlier one.
    {
      lines:
        /^message \+ .* · ULL-2026-0005 · (?:dario|gerardo|maria\.rup|marta|ugo)@\S+ · dateCorrected · sampleCheckEnd · pending$/,
      times: 5,
      because: SATURDAYS,
    },
    {
      lines:
        /^message \+ .* · ULL-2026-0005 · \S+ · \w+ · -3\.(?:office|legalRepresentative) · sampleCheckEnd · pending$/,
      times: 2,
      because: SATURDAYS,
    },
  ],
  '0.1.0/tour': [
    { lines: new RegExp(`^${NEVER_ANSWERED} ended: false -> true$`), times: 6, because: CLOSED },
    {
      lines: new RegExp(`^${NEVER_ANSWERED} overlays: \\["termPassed"\\] -> \\[\\]$`),
      times: 6,
      because: CLOSED,
    },
    {
      lines: new RegExp(`^${NEVER_ANSWERED} why: "Aspetta la decisione .* -> "Chiusa: nessuna risposta `),
      times: 6,
      because: CLOSED,
    },
    { lines: new RegExp(`^${NEVER_ANSWERED} chain: 3 \\w+ -> 4 `), times: 6, because: CLOSED },
    // They go together, in the office's next digest.
    {
      lines: new RegExp(
        `^message \\+ 2025-11-13 06:45:00\\+00 · ${NEVER_ANSWERED} · marta\\S+ · officeNews · pending$`,
      ),
      times: 6,
      because: CLOSED,
    },
  ],
};
