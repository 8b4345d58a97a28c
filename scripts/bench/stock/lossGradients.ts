import { dispose, tidy, type Variable, variableGrads } from '@tensorflow/tfjs';
import type { BatchLoss } from '#metric/batchLoss.ts';
import { inputTensor } from '#training/inputs.ts';
import type { Batch, LossGradients } from '#training/lossGradients.ts';
import type { Network } from '#training/network/network.ts';
import { onTape } from './onTape.ts';

/** In the place of src/training/lossGradients.ts: on the tape of TensorFlow.js. */
export async function lossGradients<Found extends BatchLoss>(
  network: Network,
  { inputs, rows, lossAt }: Batch<Found>,
): Promise<LossGradients<Found>> {
  let batchLoss: Found | undefined;
  const lossOf = onTape((values) => {
    batchLoss = lossAt(values);
    return batchLoss;
  });
  const variables = network.parameters.map(({ variable }) => variable);
  const { value, grads } = tidy(() =>
    variableGrads(
      () => lossOf(network.forward(inputTensor(inputs, rows))),
      variables as Variable[],
    ),
  );
  dispose(value);
  return { batchLoss: batchLoss!, gradients: variables.map(({ name }) => grads[name]!) };
}
