import type { EvaluationPoint, RetrievalPoint, StepPoint } from '#training/service/contract.ts';
import { toCsv } from '#kit/files/csv.ts';
import type { History } from '#training/run/history.ts';

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
  ['batchSpread', ({ force }) => force?.spread],
  ['shrinkShare', ({ force }) => force?.shrinkShare],
  ['orderRatio', ({ force }) => force?.orderRatio],
  ['stale', ({ stale }) => stale],
  ['recallAt1', ({ recallAt1 }) => recallAt1],
  ['knnAccuracy', ({ knnAccuracy }) => knnAccuracy],
  ['spread', ({ spread }) => spread],
  ['coordinateStd', ({ coordinateStd }) => coordinateStd],
  ['rPrecision', ({ rPrecision }) => rPrecision],
  ['mapAtR', ({ mapAtR }) => mapAtR],
  ['change', ({ change }) => change],
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
    .map(([step, line]) => [step, ...[...COLUMNS.values()].map((value) => value(line) ?? '')]);
  return toCsv(['step', ...COLUMNS.keys()], rows);
}
