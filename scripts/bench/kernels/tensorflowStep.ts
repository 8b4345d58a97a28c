import {
  backend,
  customGrad,
  dispose,
  getKernel,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type Scalar,
  scalar,
  type Tensor,
  tensor,
  tidy,
  train,
  type Variable,
  variableGrads,
  zerosLike,
} from '@tensorflow/tfjs';
import { ADAM_UPDATE, type AdamAttributes } from '#kernels/names.ts';
import { type BatchLoss, createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { gather } from '#training/inputs.ts';
import { registerConvolutionGradient } from '#training/network/convolution.ts';
import { registerDenseGradient } from '#training/network/dense.ts';
import { registerPoolingGradient } from '#training/network/pooling.ts';
import type { BenchNetworkName } from './benchNetworks.ts';
import { type BenchModel, createModel, isOurs, type TensorFlowEngine } from './tensorflowModel.ts';

const PIXELS = 784;

/** Adam by TensorFlow.js, or by our kernel in place. */
function createUpdate(engine: TensorFlowEngine, variables: readonly Variable[]) {
  const learningRate = 1e-3;
  if (engine !== 'our kernels') {
    const optimiser = train.adam(learningRate);
    return (gradients: readonly Tensor[]) =>
      optimiser.applyGradients(
        gradients.map((gradient, index) => ({ name: variables[index]!.name, tensor: gradient })),
      );
  }
  const { kernelFunc } = getKernel(ADAM_UPDATE, 'wasm')!;
  const moments = variables.map((variable) => [zerosLike(variable), zerosLike(variable)] as const);
  let step = 0;
  return (gradients: readonly Tensor[]) => {
    step++;
    const attributes: AdamAttributes = {
      learningRate,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-7,
      step,
    };
    for (const [index, variable] of variables.entries()) {
      const [firstMoment, secondMoment] = moments[index]!;
      const inputs = { variable, gradient: gradients[index]!, firstMoment, secondMoment };
      kernelFunc({
        inputs: inputs as unknown as NamedTensorInfoMap,
        attrs: attributes as unknown as NamedAttrMap,
        backend: backend(),
      });
    }
  };
}

/** Our loss on the tape: the embeddings are read, and its gradient goes back into the network. */
const onTape = (lossAt: (values: Float32Array) => BatchLoss) =>
  customGrad((embedding: Tensor | object, save?: unknown) => {
    const points = embedding as Tensor;
    const { loss, gradient } = lossAt(points.dataSync() as Float32Array);
    (save as (tensors: Tensor[]) => void)([tensor(Float32Array.from(gradient), points.shape)]);
    return { value: scalar(loss), gradFunc: (_: Tensor, saved: Tensor[]) => saved[0]! };
  });

/** Forward, mining and backward on one batch; the caller disposes of the gradients. */
function gradientsOf(
  { variables, forward }: BenchModel,
  pixels: Float32Array,
  lossAt: (values: Float32Array) => BatchLoss,
): Tensor[] {
  const lossOf = onTape(lossAt);
  const { value, grads } = tidy(() => {
    const images = tensor(pixels, [pixels.length / PIXELS, 28, 28, 1]) as Tensor;
    return variableGrads(() => lossOf(forward(images)) as Scalar, variables);
  });
  dispose(value);
  return variables.map((variable) => grads[variable.name]!);
}

async function useEngine(engine: TensorFlowEngine): Promise<void> {
  await useNodeBackend(engine === 'cpu' ? 'cpu' : 'wasm', {
    accelerated: engine === 'our kernels',
  });
  if (!isOurs(engine)) return;
  registerDenseGradient();
  registerConvolutionGradient();
  registerPoolingGradient();
}

/** One whole step: sampling, forward, mining (batch-all triplets), backward, Adam. */
export async function createTensorFlowStep(
  engine: TensorFlowEngine,
  name: BenchNetworkName,
  p: number,
  k: number,
): Promise<() => void> {
  await useEngine(engine);
  const model = createModel(engine, name);
  const update = createUpdate(engine, model.variables);
  const { training } = readDigits();
  const random = createRandom(1);
  const sample = createPKSampler({ labels: training.labels, p, k, random });
  const batchLoss = createBatchLoss({
    loss: 'triplet',
    distance: 'squared',
    miner: 'batch-all',
    reducer: 'mean-nonzero',
    normalise: false,
    margin: 0.5,
  });
  const batchPixels = new Float32Array(p * k * PIXELS);
  return () => {
    const indices = sample();
    const labels = indices.map((index) => training.labels[index]!);
    const pixels = gather(training, indices, batchPixels);
    const gradients = gradientsOf(model, pixels, (values) =>
      batchLoss({ values, rows: indices.length, dims: 2 }, labels, random),
    );
    update(gradients);
    dispose(gradients);
  };
}
