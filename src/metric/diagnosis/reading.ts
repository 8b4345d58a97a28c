/** The value that a loss is stuck at, with as much of it as its reader has seen. */
export interface Reading {
  /** NaN where that is what stands there. */
  readonly value: number;
  /** Half a unit of the last digit that was given: "0.50" stands for 0.495 to 0.505. */
  readonly half: number;
}

const DECIMAL = /^[-+−]?(?:\d+(?:[.,](\d*))?|[.,](\d+))(?:e([-+]?\d+))?$/i;

/**
 * What a reader wrote as a number: "0.50", "0,5", "about 5", "NaN". Undefined for anything else, an
 * empty text among it.
 */
export function parseReading(text: string): Reading | undefined {
  const told = text
    .trim()
    .replace(/^(?:about|around|≈|~)\s*/i, '')
    .trim();
  if (/^nan$/i.test(told)) return { value: Number.NaN, half: 0 };
  const match = DECIMAL.exec(told);
  if (!match) return undefined;
  const decimals = (match[1] ?? match[2] ?? '').length - Number(match[3] ?? 0);
  const value = Number(told.replace(',', '.').replace('−', '-'));
  return Number.isFinite(value) ? { value, half: 10 ** -decimals / 2 } : undefined;
}

/** Whether a number rounds to what was read; a little slack for what floating point adds. */
export const isWithin = ({ value, half }: Reading, number: number): boolean =>
  Math.abs(value - number) <= half * (1 + 1e-9) + 1e-12;
