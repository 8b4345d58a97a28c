import type { CurvePoint } from '#kit/charts/curve.ts';
import type { History } from '#training/run/history.ts';
import type { PastRun } from './pastRun.ts';

export interface KeptCurve {
  readonly name: string;
  /** Whether it lies between 0 and 1. */
  readonly isShare: boolean;
  readonly of: (history: History) => readonly CurvePoint[];
}

/** Of the measures that are plain numbers: what they are called, and whether they are shares. */
const NAMES: ReadonlyMap<string, { readonly name: string; readonly isShare: boolean }> = new Map([
  ['loss', { name: 'loss', isShare: false }],
  ['knnAccuracy', { name: 'k-NN accuracy', isShare: true }],
  ['recallAt1', { name: 'recall@1', isShare: true }],
  ['activeShare', { name: 'active share', isShare: true }],
  ['spread', { name: 'spread', isShare: false }],
  ['coordinateStd', { name: 'std of a coordinate', isShare: false }],
]);

/** `meanNorm` as a reader would write it. */
const inWords = (key: string) => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The points of one measure, of steps or of evaluations, where it was taken. */
const pointsOf = (points: readonly { readonly step: number }[], key: string): CurvePoint[] =>
  points.flatMap((point) => {
    const value = (point as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'number' && Number.isFinite(value) ? [{ step: point.step, value }] : [];
  });

/**
 * Every curve that the runs have kept, whichever measures there were when they ran: the known ones
 * first, then others by their own name.
 */
export function keptCurves(runs: readonly PastRun[]): readonly KeptCurve[] {
  const found = new Map<string, keyof History>();
  for (const { history } of runs)
    for (const part of ['steps', 'evaluations'] as const)
      for (const point of history[part])
        for (const [key, value] of Object.entries(point))
          if (key !== 'step' && typeof value === 'number') found.set(key, part);
  const known = [...NAMES.keys()].filter((key) => found.has(key));
  const others = [...found.keys()].filter((key) => !NAMES.has(key)).sort();
  return [...known, ...others].map((key) => ({
    ...(NAMES.get(key) ?? { name: inWords(key), isShare: false }),
    of: (history) => pointsOf(history[found.get(key)!] as readonly { step: number }[], key),
  }));
}
