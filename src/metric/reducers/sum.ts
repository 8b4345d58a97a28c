import type { Reducer } from './reducer.ts';

/** The plain sum. */
export const sum = {
  name: 'sum',
  label: 'sum instead',
  brief: 'sum',
  about: 'The plain sum: it grows with the batch, and the steps with it.',
  divisor: () => 1,
  isMean: false,
  pytorch: { reducer: 'reducers.SumReducer()', overLosses: 'losses.sum()' },
} as const satisfies Reducer;
