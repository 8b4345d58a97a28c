import type { Dial } from './dial.ts';

/** The margin of a figure as a number of its formula that the reader may set. */
export const marginDial = <S extends { readonly margin: number }>(range: {
  readonly min: number;
  readonly max: number;
}): Dial<S> => ({
  label: 'margin',
  step: 0.05,
  fineStep: 0.01,
  range: () => range,
  get: ({ margin }) => margin,
  set: (state, margin) => ({ ...state, margin }),
});
