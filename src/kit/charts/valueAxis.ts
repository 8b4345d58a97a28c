/** The values that a chart has room for, from its lower to its upper edge. */
export interface ValueAxis {
  readonly highest: number;
  /** 0 where it is missing. */
  readonly lowest?: number;
  /** Whether equal factors lie equally far apart, and not equal differences: `lowest` is then above 0. */
  readonly isLog?: boolean;
}

/** How far up a value lies, 0 to 1; one off the axis stays at its edge. */
export function shareOn({ highest, lowest = 0, isLog = false }: ValueAxis, value: number): number {
  const within = Math.min(highest, Math.max(lowest, value));
  return isLog
    ? Math.log(within / lowest) / Math.log(highest / lowest)
    : (within - lowest) / (highest - lowest);
}

const MOST_DECADES = 4;

/** What is written beside an axis: its ends and their middle, or powers of ten. */
export function axisTicks({ highest, lowest = 0, isLog = false }: ValueAxis): readonly number[] {
  if (!isLog) return [lowest, (lowest + highest) / 2, highest];
  const [from, to] = [Math.round(Math.log10(lowest)), Math.round(Math.log10(highest))];
  const stride = Math.ceil((to - from) / MOST_DECADES);
  return Array.from(
    { length: Math.floor((to - from) / stride) + 1 },
    (_, k) => 10 ** (to - k * stride),
  );
}

/** Smaller than that share of the largest is nothing that a curve could tell apart. */
const LEAST_SHARE = 1e-8;

/** A logarithmic axis of whole powers of ten around all values above 0, and the levels. */
export function logAxis(
  curves: readonly (readonly { readonly value: number }[])[],
  levels: readonly number[] = [],
): ValueAxis {
  const values = [...curves.flatMap((points) => points.map(({ value }) => value)), ...levels];
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const largest = positive.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE);
  if (positive.length === 0) return { lowest: 0.1, highest: 1, isLog: true };
  const smallest = positive.reduce((a, b) => Math.min(a, b), largest);
  const top = Math.ceil(Math.log10(largest) - 1e-9);
  const bottom = Math.floor(Math.log10(Math.max(smallest, LEAST_SHARE * largest)) + 1e-9);
  return { lowest: 10 ** Math.min(bottom, top - 1), highest: 10 ** top, isLog: true };
}
