import type { Point } from '../plane/point.ts';

/** One setting of a figure: its default, and how an address spells it. */
export interface Setting<T> {
  readonly initial: T;
  /** What a valid spelling is, for the reader of a bad one. */
  readonly expects: string;
  readonly format: (value: T) => string;
  /** The value that a text spells, or undefined when it spells none. */
  readonly parse: (text: string) => T | undefined;
  /** The value on the way from one to another, at t from 0 to 1, where there are values between. */
  readonly mix?: (from: T, to: T, t: number) => T;
}

/** A figure's whole state, as one table: it writes the address and reads it. */
export type Settings<S extends object> = { readonly [K in keyof S]: Setting<S[K]> };

const mixNumbers = (from: number, to: number, t: number): number => from + (to - from) * t;

/** For a whole number that passes through all whole numbers between, such as a step of a run. */
export const mixWhole = (from: number, to: number, t: number): number =>
  Math.round(mixNumbers(from, to, t));

const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function parseNumber(text: string, min: number, max: number): number | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** A number between min and max, both included. Spelled so that every double survives. */
export const numberSetting = (
  initial: number,
  { min, max }: { min: number; max: number },
): Setting<number> => ({
  initial,
  expects: `a number from ${min} to ${max}`,
  format: String,
  parse: (text) => parseNumber(text, min, max),
  mix: mixNumbers,
});

/** A whole number between min and max, both included. */
export const integerSetting = (
  initial: number,
  { min, max }: { min: number; max: number },
): Setting<number> => ({
  initial,
  expects: `a whole number from ${min} to ${max}`,
  format: String,
  parse(text) {
    const value = parseNumber(text, min, max);
    return Number.isInteger(value) ? value : undefined;
  },
});

/** A point of the plane [-extent, extent]², spelled `x_y`. */
export const pointSetting = (initial: Point, extent: number): Setting<Point> => ({
  initial,
  expects: `two numbers from ${-extent} to ${extent}, joined by an underscore`,
  format: ({ x, y }) => `${x}_${y}`,
  parse(text) {
    const [x, y, ...rest] = text.split('_').map((part) => parseNumber(part, -extent, extent));
    return x === undefined || y === undefined || rest.length > 0 ? undefined : { x, y };
  },
  mix: (from, to, t) => ({ x: mixNumbers(from.x, to.x, t), y: mixNumbers(from.y, to.y, t) }),
});

/** One of a few values. */
export const choiceSetting = <T extends string | number | boolean>(
  initial: T,
  options: readonly T[],
): Setting<T> => ({
  initial,
  expects: options.join(' or '),
  format: String,
  parse: (text) => options.find((option) => String(option) === text),
});
