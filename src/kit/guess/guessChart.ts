import type { Plane } from '../plane/plane.ts';
import { decades } from '../charts/logScale.ts';
import { niceTicks } from '../charts/ticks.ts';

/** What a curve is guessed over, and what its heights mean. */
export interface GuessAxes {
  /** Where the guess has a dot: rising, from the first step to the last. */
  readonly steps: readonly number[];
  /** Whether the value at the first step is known, and so has no dot to be moved. */
  readonly isStartKnown: boolean;
  readonly y: {
    readonly label: string;
    readonly domain: readonly [number, number];
    /** Logarithmic for sizes that shrink by powers of ten; its domain is above 0. */
    readonly scale: 'linear' | 'log';
    /** How a value is spoken; to two decimals if left out. */
    format?(value: number): string;
  };
}

export interface GuessScales {
  toX(step: number): number;
  /** The height of a value; one off the scale stays at its edge. */
  toY(value: number): number;
  toValue(y: number): number;
  readonly ticks: { readonly x: readonly number[]; readonly y: readonly number[] };
}

export const GUESS_CHART = { width: 480, height: 300 } as const;
/** Room for 0.001. */
const LEFT = 56;
const RIGHT = GUESS_CHART.width - 16;
const TOP = 28;
export const BOTTOM = GUESS_CHART.height - 50;

const clamp = (value: number, [low, high]: readonly [number, number]) =>
  Math.min(high, Math.max(low, value));

/** Where steps and values stand in the chart. Throws where a logarithmic axis would reach 0. */
export function guessScales({ steps, y: { domain, scale } }: GuessAxes): GuessScales {
  if (scale === 'log' && domain[0] <= 0)
    throw new RangeError(`a logarithmic axis begins above 0, not at ${domain[0]}`);
  const map = scale === 'log' ? Math.log : (value: number) => value;
  const back = scale === 'log' ? Math.exp : (value: number) => value;
  const [first, last] = [steps[0] ?? 0, steps.at(-1) ?? 1];
  const [low, high] = [map(domain[0]), map(domain[1])];
  return {
    toX: (step) => LEFT + ((clamp(step, [first, last]) - first) / (last - first)) * (RIGHT - LEFT),
    toY: (value) => BOTTOM - ((map(clamp(value, domain)) - low) / (high - low)) * (BOTTOM - TOP),
    toValue: (y) =>
      clamp(
        back(low + ((BOTTOM - clamp(y, [TOP, BOTTOM])) / (BOTTOM - TOP)) * (high - low)),
        domain,
      ),
    ticks: {
      x: niceTicks(first, last, 5),
      y: scale === 'log' ? decades(domain) : niceTicks(...domain, 4),
    },
  };
}

/** The chart in its own pixels, y upwards, so that dots can be moved in it. */
export const chartPlane: Plane = {
  extent: GUESS_CHART.width,
  size: GUESS_CHART.width,
  unit: 1,
  step: 8,
  toPixels: ({ x, y }) => ({ x, y: GUESS_CHART.height - y }),
  toUnits: ({ x, y }) => ({ x, y: GUESS_CHART.height - y }),
  clamp: (point) => point,
};

/** A guessed curve's height at a step, straight between its dots. */
export function guessedAt(
  steps: readonly number[],
  values: readonly number[],
  step: number,
): number {
  const after = Math.max(
    1,
    steps.findIndex((at) => at >= step),
  );
  const [from, to] = [steps[after - 1] ?? 0, steps[after] ?? 1];
  const [low, high] = [values[after - 1] ?? 0, values[after] ?? 0];
  return low + ((high - low) * (step - from)) / (to - from);
}
