/** Shape of one line of a structured log, as far as it is shown. */
interface StructuredLine {
  readonly level?: unknown;
  readonly msg?: unknown;
  readonly message?: unknown;
}

const shownLevels = new Set(['info', 'log', 'warn', 'warning', 'error', 'fatal']);

/** Numeric level of pino for "info". */
const infoLevel = 30;

/**
 * What the terminal shows of one line that a part of the product logged: its message when the line is JSON of level
 * info or above, otherwise nothing (the log file has everything).
 */
export function shownLogLine(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  let parsed: StructuredLine;
  try {
    parsed = JSON.parse(line) as StructuredLine;
  } catch {
    return undefined;
  }
  const { level } = parsed;
  const shown =
    typeof level === 'number'
      ? level >= infoLevel
      : typeof level === 'string' && shownLevels.has(level.toLowerCase());
  const message = parsed.msg ?? parsed.message;
  if (!shown || typeof message !== 'string') return undefined;
  const severe =
    typeof level === 'number' ? level >= 40 : !['info', 'log'].includes(String(level).toLowerCase());
  return severe ? `${String(nameOfLevel(level))}: ${message}` : message;
}

function nameOfLevel(level: unknown): string {
  if (typeof level !== 'number') return String(level).toLowerCase();
  if (level >= 60) return 'fatal';
  return level >= 50 ? 'error' : 'warning';
}
