import { belongsTo, MEASURE_NAMES, MEASURES } from '#metric/diagnosis/measures.ts';
import { LOSSES } from '#metric/diagnosis/observation.ts';
import type { DeskState } from './definition.ts';

/** What was entered, as a line for paper, where there are no fields. */
export function enteredText(state: DeskState): string {
  const known = MEASURE_NAMES.filter((name) => belongsTo(name, state.loss) && state[name] !== '');
  const numbers = known.map((name) => `${MEASURES[name].label} ${state[name]}`);
  return `Entered: ${[`${LOSSES[state.loss]}, stuck at ${state.value}`, ...numbers].join('; ')}.`;
}
