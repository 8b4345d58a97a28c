import type { TrainingConfig } from '../../training/config.ts';
import type { EvaluationPoint, RetrievalPoint, StepPoint } from '../../training/messages.ts';

/** What a run has shown so far, in the order of its steps. */
export interface History {
  readonly steps: readonly StepPoint[];
  readonly evaluations: readonly EvaluationPoint[];
  /** The judgements that take long; missing before the first. */
  readonly retrievals?: readonly RetrievalPoint[];
  /** Where other settings took over in mid-run; missing where none did. */
  readonly changes?: readonly RunChange[];
}

/** What holds from a step on. */
export interface RunChange {
  /** Steps done before it. */
  readonly step: number;
  readonly text: string;
  /** The settings that are new; missing in runs that were kept before there were any. */
  readonly settings?: Partial<TrainingConfig>;
}

export const EMPTY_HISTORY: History = { steps: [], evaluations: [] };

/** Enough for an hour on most devices; a million steps must not exhaust a phone. */
export const MOST_STEPS = 20_000;

/** A history that has grown too long keeps every second of its points, the newest among them. */
export function boundHistory({ steps, evaluations, ...rest }: History): History {
  const halved = <T>(points: readonly T[]): readonly T[] =>
    points.length <= MOST_STEPS
      ? points
      : points.filter((_, index) => (points.length - 1 - index) % 2 === 0);
  return { steps: halved(steps), evaluations: halved(evaluations), ...rest };
}

/** What a line says of its step. */
type Line = Partial<StepPoint & EvaluationPoint & RetrievalPoint> & { readonly change?: string };

type Cell = (line: Line) => number | string | undefined;

const COLUMNS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ['loss', ({ loss }) => loss],
  ['activeShare', ({ activeShare }) => activeShare],
  ['gradientNorm', ({ gradientNorm }) => gradientNorm],
  ['easy', ({ zones }) => zones?.easy],
  ['semiHard', ({ zones }) => zones?.semiHard],
  ['hard', ({ zones }) => zones?.hard],
  ['stale', ({ stale }) => stale],
  ['recallAt1', ({ recallAt1 }) => recallAt1],
  ['knnAccuracy', ({ knnAccuracy }) => knnAccuracy],
  ['rPrecision', ({ rPrecision }) => rPrecision],
  ['mapAtR', ({ mapAtR }) => mapAtR],
  // In words, between quotes: commas part what changed.
  ['change', ({ change }) => change && `"${change}"`],
]);

/**
 * A history as a table, one line per step. What was judged stands in the line of its step, and a
 * change of settings in the line of the last step before it.
 */
export function historyCsv({ steps, evaluations, retrievals = [], changes = [] }: History): string {
  const lines = new Map<number, Line>();
  for (const point of [...steps, ...evaluations, ...retrievals])
    lines.set(point.step, { ...lines.get(point.step), ...point });
  for (const { step, text } of changes) {
    const before = lines.get(step)?.change;
    lines.set(step, { ...lines.get(step), change: before ? `${before}, ${text}` : text });
  }
  const rows = [...lines.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([step, line]) =>
      [step, ...[...COLUMNS.values()].map((value) => value(line) ?? '')].join(','),
    );
  return [['step', ...COLUMNS.keys()].join(','), ...rows, ''].join('\n');
}
