/** Median rates of both sides and what they come to. */
export interface Result {
  name: string;
  value: number;
  spread: string;
  unit: 'applications/s';
  baseline: number;
  baselineSpread: string;
  ratio: number;
  goal: number;
  met: boolean;
}

const GOALS: Readonly<Record<string, number>> = { launch: 0.7, facts: 0.6, told: 0.9 };

export function summarise(name: string, ours: readonly number[], bare: readonly number[]): Result {
  const value = median(ours);
  const baseline = median(bare);
  const ratio = round(value / baseline, 2);
  const goal = GOALS[name] ?? 1;
  return {
    name,
    value: round(value, 1),
    spread: spread(ours),
    unit: 'applications/s',
    baseline: round(baseline, 1),
    baselineSpread: spread(bare),
    ratio,
    goal,
    met: ratio >= goal,
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}

function spread(numbers: readonly number[]): string {
  return `${round(Math.min(...numbers), 1)} to ${round(Math.max(...numbers), 1)}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
