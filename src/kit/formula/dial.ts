/** A state, and what is measured of it. */
export interface Reading<S, Q> {
  readonly state: S;
  readonly quantities: Q;
}

/** A number of a formula that the reader may set where it stands. */
export interface Dial<S, Q = unknown> {
  /** What a screen reader calls it. */
  readonly label: string;
  /** What an arrow key adds. */
  readonly step: number;
  /** What an arrow key adds with Shift, and the grain of a drag. */
  readonly fineStep: number;
  readonly range: (state: S, quantities: Q) => { readonly min: number; readonly max: number };
  readonly get: (state: S, quantities: Q) => number;
  /** The state with the number set to a value within its range. */
  readonly set: (state: S, value: number) => S;
}

/** How far a drag goes for one grain, in pixels: a margin of 1 is a hundred of them. */
const PIXELS_PER_GRAIN = { fine: 1, coarse: 24 } as const;

const decimals = (step: number) => Math.max(0, Math.ceil(-Math.log10(step)));

/** The nearest multiple of a step, without the dust of binary fractions. */
export const snap = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(decimals(step)));

const clamp = (value: number, { min, max }: { min: number; max: number }): number =>
  Math.min(max, Math.max(min, value));

/** The state after the number was moved by some steps; it stops at the ends of its range. */
export function stepDial<S, Q>(
  dial: Dial<S, Q>,
  { state, quantities }: Reading<S, Q>,
  steps: number,
  isFine: boolean,
): S {
  const size = isFine ? dial.fineStep : dial.step;
  const target = snap(dial.get(state, quantities) + steps * size, dial.fineStep);
  return dial.set(state, clamp(target, dial.range(state, quantities)));
}

/** The state with the number at one end of its range. */
export const endDial = <S, Q>(
  dial: Dial<S, Q>,
  { state, quantities }: Reading<S, Q>,
  end: 'min' | 'max',
): S => dial.set(state, dial.range(state, quantities)[end]);

/** Whether the number has two values only: a press changes it to the other. */
export function isSwitch<S, Q>(dial: Dial<S, Q>, { state, quantities }: Reading<S, Q>): boolean {
  const { min, max } = dial.range(state, quantities);
  return max - min === dial.fineStep;
}

/** The state with the other of two values. */
export function flipDial<S, Q>(dial: Dial<S, Q>, reading: Reading<S, Q>): S {
  const { min } = dial.range(reading.state, reading.quantities);
  const isLow = dial.get(reading.state, reading.quantities) === min;
  return endDial(dial, reading, isLow ? 'max' : 'min');
}

/** The state after a drag of so many pixels to the right, from a state in which it began. */
export function dragDial<S, Q>(dial: Dial<S, Q>, start: Reading<S, Q>, pixels: number): S {
  const perGrain = dial.fineStep < dial.step ? PIXELS_PER_GRAIN.fine : PIXELS_PER_GRAIN.coarse;
  const grains = Math.trunc(pixels / perGrain);
  return grains === 0 ? start.state : stepDial(dial, start, grains, true);
}

const NUMBER = /^-?\d+\.?\d*$/;

/** The state after a number was typed, or a sentence that says why it cannot be. */
export function typeDial<S, Q>(
  dial: Dial<S, Q>,
  { state, quantities }: Reading<S, Q>,
  text: string,
): S | string {
  const { min, max } = dial.range(state, quantities);
  const value = Number(text);
  if (NUMBER.test(text) && value >= min && value <= max) return dial.set(state, value);
  const shown = (bound: number) => String(Number(bound.toFixed(2)));
  return `The ${dial.label} is a number from ${shown(min)} to ${shown(max)}, not “${text}”.`;
}
