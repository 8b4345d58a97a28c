import type { Reducer } from './reducer.ts';

/** Mean over what has a positive loss. */
export const meanNonzero: Reducer = ({ active }) => active;
