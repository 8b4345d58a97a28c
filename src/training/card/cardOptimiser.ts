import type { Call } from '#kernels/webgpu/call.ts';
import type { StepOrder } from '#kernels/webgpu/stepRecord.ts';
import { adamCall, sgdCall, type Update } from '#kernels/webgpu/updates.ts';
import { adam } from '../optimisers/adam.ts';
import type { Rates } from '../optimisers/entry.ts';

type Ordered = Pick<StepOrder, 'learningRate' | 'momentum' | 'corrections'>;

/** An optimiser on the card. */
export interface CardOptimiser {
  updateCall(update: Update): Call;
  /** What the update is to be told that is the `step`-th. */
  order(step: number, rates: Rates): Ordered;
}

const { beta1, beta2, epsilon } = adam.attributes({ learningRate: 0, momentum: 0, step: 1 });

const ADAM: CardOptimiser = {
  updateCall: (update) => adamCall(update, { beta1, beta2, epsilon }),
  order: (step, { learningRate, momentum }) => ({
    ...{ learningRate, momentum },
    corrections: [1 - beta1 ** step, 1 - beta2 ** step],
  }),
};

const SGD: CardOptimiser = {
  updateCall: sgdCall,
  order: (_, { learningRate, momentum }) => ({ learningRate, momentum, corrections: [1, 1] }),
};

/** Those that there are kernels for, by the names of src/training/optimisers. */
export const cardOptimisers: ReadonlyMap<string, CardOptimiser> = new Map([
  ['adam', ADAM],
  ['sgd', SGD],
]);
