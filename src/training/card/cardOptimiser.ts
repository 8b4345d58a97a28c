import type { Call } from '#kernels/webgpu/call.ts';
import { adamCall, sgdCall, type Update } from '#kernels/webgpu/updates.ts';
import { adam } from '../optimisers/adam.ts';

/** An optimiser on the card. */
export interface CardOptimiser {
  updateCall(update: Update): Call;
  /** What the update divides its moments by that is the `step`-th. */
  corrections(step: number): readonly [first: number, second: number];
}

const { beta1, beta2, epsilon } = adam.attributes({ learningRate: 0, momentum: 0, step: 1 });

const ADAM: CardOptimiser = {
  updateCall: (update) => adamCall(update, { beta1, beta2, epsilon }),
  corrections: (step) => [1 - beta1 ** step, 1 - beta2 ** step],
};

const SGD: CardOptimiser = {
  updateCall: sgdCall,
  corrections: () => [1, 1],
};

/** Those that there are kernels for, by the names of src/training/optimisers. */
export const cardOptimisers: ReadonlyMap<string, CardOptimiser> = new Map([
  ['adam', ADAM],
  ['sgd', SGD],
]);
