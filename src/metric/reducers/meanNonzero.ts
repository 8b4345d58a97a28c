import type { Reducer } from './reducer.ts';

/** Mean over what has a positive loss. */
export const meanNonzero = {
  name: 'mean-nonzero',
  label: 'over those with a loss',
  brief: 'mean of those with a loss',
  about: 'The mean over what has a positive loss.',
  divisor: ({ active }) => active,
  isMean: true,
  pytorch: {
    reducer: 'reducers.AvgNonZeroReducer()',
    overLosses: 'losses.sum() / (losses != 0).sum().clamp(min=1)',
  },
} as const satisfies Reducer;
