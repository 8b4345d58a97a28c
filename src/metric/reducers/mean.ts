import type { Reducer } from './reducer.ts';

/** Mean over everything selected: zero losses dilute it, and late in training the gradient fades. */
export const mean = {
  name: 'mean',
  label: 'over all selected',
  brief: 'mean of all',
  about: 'The mean over everything selected: zero losses dilute it.',
  divisor: ({ selected }) => selected,
  isMean: true,
  pytorch: { reducer: 'reducers.MeanReducer()', overLosses: 'losses.mean()' },
} as const satisfies Reducer;
