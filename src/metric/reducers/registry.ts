import { type NameOf, registryOf } from '../registry.ts';
import { mean } from './mean.ts';
import { meanNonzero } from './meanNonzero.ts';
import type { Reducer } from './reducer.ts';
import { sum } from './sum.ts';

const entries = [meanNonzero, mean, sum] as const;

export type ReducerName = NameOf<typeof entries>;

export const reducers: ReadonlyMap<ReducerName, Reducer> = registryOf(entries);
