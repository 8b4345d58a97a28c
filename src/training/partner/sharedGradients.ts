import { dispose, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { inputTensor } from '../inputs.ts';
import type { Batch, LossGradients } from '../lossGradients.ts';
import type { Network } from '../network/network.ts';
import { flatten, partsOf } from './flat.ts';
import type { Partner, SharedNetwork } from './partner.ts';

export interface Sharing {
  readonly partner: Partner;
  /** What the partner is to build. */
  readonly network: SharedNetwork;
}

/** Adds numbers to gradients, which are disposed of. */
async function sumOf(gradients: readonly Tensor[], others: Float32Array): Promise<Tensor[]> {
  const sum = await flatten(gradients);
  for (let place = 0; place < sum.length; place++) sum[place]! += others[place]!;
  const parts = partsOf(sum, gradients);
  const summed = gradients.map(({ shape }, index) => tensor(parts[index]!, shape));
  dispose([...gradients]);
  return summed;
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  const values = new Float32Array(first.length + second.length);
  values.set(first);
  values.set(second, first.length);
  return values;
}

/**
 * As `lossGradients`, of which it differs in the last digits only: the partner takes the second half
 * of the batch forward and back meanwhile. The loss is that of the whole batch, here.
 */
export async function sharedGradients<Found extends BatchLoss>(
  network: Network,
  { inputs, rows, lossAt }: Batch<Found>,
  { partner, network: shared }: Sharing,
): Promise<LossGradients<Found>> {
  const own = Math.ceil(rows / 2);
  const size = inputs.length / rows;
  const weights = await flatten(network.parameters.map(({ variable }) => variable));
  // Asked before the own half begins, which keeps this thread busy.
  const theirs = partner.forward(shared, weights, inputs.slice(own * size));
  const pass = network.begin(inputTensor(inputs.subarray(0, own * size), own));
  try {
    const points = (await pass.points.data()) as Float32Array;
    const batchLoss = lossAt(joined(points, await theirs));
    const gradient = Float32Array.from(batchLoss.gradient);
    const others = partner.backward(gradient.slice(points.length));
    const gradients = pass.backward(gradient.subarray(0, points.length));
    return { batchLoss, gradients: await sumOf(gradients, await others) };
  } finally {
    pass.dispose();
  }
}
