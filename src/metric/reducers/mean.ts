import type { Reducer } from './reducer.ts';

/** Mean over everything selected: zero losses dilute it, and late in training the gradient fades. */
export const mean: Reducer = ({ selected }) => selected;
