import { mean } from './mean.ts';
import { meanNonzero } from './meanNonzero.ts';
import type { Reducer } from './reducer.ts';
import { sum } from './sum.ts';

export type ReducerName = 'mean' | 'mean-nonzero' | 'sum';

export const reducers: ReadonlyMap<ReducerName, Reducer> = new Map<ReducerName, Reducer>([
  ['mean', mean],
  ['mean-nonzero', meanNonzero],
  ['sum', sum],
]);
