import {
  add,
  backend,
  conv2d,
  customGrad,
  dispose,
  getKernel,
  leakyRelu,
  matMul,
  maxPool as maxPoolOp,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  relu,
  reshape,
  type Scalar,
  scalar,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tidy,
  train,
  type Variable,
  variableGrads,
  zerosLike,
} from '@tensorflow/tfjs';
import { ADAM_UPDATE, type AdamAttributes } from '#kernels/names.ts';
import { createBatchLoss } from '#metric/batchLoss.ts';
import { createRandom } from '#metric/random.ts';
import { createPKSampler } from '#metric/samplers/pk.ts';
import { useNodeBackend } from '#support/nodeBackend.ts';
import { readDigits } from '#support/readDigits.ts';
import { gather } from '#training/inputs.ts';
import { SLOPES } from '#training/network/activations.ts';
import { convolve, registerConvolutionGradient } from '#training/network/convolution.ts';
import { dense, registerDenseGradient } from '#training/network/dense.ts';
import { maxPool, registerPoolingGradient } from '#training/network/pooling.ts';
import {
  type BenchLayer,
  type BenchNetworkName,
  benchNetworks,
  initialWeights,
} from './benchNetworks.ts';

/**
 * TensorFlow.js as it is shipped, on wasm or on cpu; the same wasm backend under our layers, whose
 * gradients avoid its slow paths and gaps; and with our kernels.
 */
export type TensorFlowEngine = 'stock' | 'cpu' | 'our layers' | 'our kernels';

type Apply = (x: Tensor, layer: BenchLayer, weights: Tensor, bias: Tensor) => Tensor;

const PIXELS = 784;
const isOurs = (engine: TensorFlowEngine) => engine.startsWith('our');

const activate = (z: Tensor, activation: string): Tensor => {
  if (activation === 'relu') return relu(z);
  return activation === 'leakyrelu' ? leakyRelu(z, SLOPES.leakyrelu) : z;
};

/** As one writes it with the ops of TensorFlow.js. */
const applyStock: Apply = (x, layer, weights, bias) => {
  if (layer.kind === 'pool') return maxPoolOp(x as Tensor4D, 2, 2, 'same');
  const z =
    layer.kind === 'dense'
      ? matMul(reshape(x, [-1, layer.from]) as Tensor2D, weights as Tensor2D)
      : conv2d(x as Tensor4D, weights as Tensor4D, layer.stride, 'same');
  return activate(add(z, bias), layer.activation);
};

const applyOurs: Apply = (x, layer, weights, bias) => {
  if (layer.kind === 'pool') return maxPool(x as Tensor4D, 2);
  if (layer.kind === 'dense') {
    const rows = reshape(x, [1, -1, layer.from]);
    return dense(rows, reshape(weights, [1, layer.from, layer.to]), bias, layer.activation);
  }
  return convolve(x as Tensor4D, weights as Tensor4D, bias, layer.stride, layer.activation);
};

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

/** One whole step: sampling, forward, mining (batch-all triplets), backward, Adam. */
export async function createTensorFlowStep(
  engine: TensorFlowEngine,
  name: BenchNetworkName,
  p: number,
  k: number,
): Promise<() => void> {
  await useNodeBackend(engine === 'cpu' ? 'cpu' : 'wasm', {
    accelerated: engine === 'our kernels',
  });
  if (isOurs(engine)) {
    registerDenseGradient();
    registerConvolutionGradient();
    registerPoolingGradient();
  }
  const apply = isOurs(engine) ? applyOurs : applyStock;
  const layers = benchNetworks[name].map((layer) => {
    const initial = initialWeights(layer);
    return {
      layer,
      variables: initial
        ? [
            tensor(initial.values, initial.shape).variable(),
            tensor(new Float32Array(initial.shape.at(-1)!)).variable(),
          ]
        : [],
    };
  });
  const variables = layers.flatMap((layer) => layer.variables);
  const update = createUpdate(engine, variables);
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
    const lossOf = customGrad((embedding: Tensor | object, save?: unknown) => {
      const points = embedding as Tensor;
      const values = points.dataSync() as Float32Array;
      const { loss, gradient } = batchLoss(
        { values, rows: indices.length, dims: 2 },
        labels,
        random,
      );
      (save as (tensors: Tensor[]) => void)([tensor(Float32Array.from(gradient), points.shape)]);
      return { value: scalar(loss), gradFunc: (_: Tensor, saved: Tensor[]) => saved[0]! };
    });
    const { value, grads } = tidy(() => {
      const images = tensor(pixels, [indices.length, 28, 28, 1]) as Tensor;
      return variableGrads(
        () =>
          lossOf(
            layers.reduce(
              (x, { layer, variables: [weights, bias] }) => apply(x, layer, weights!, bias!),
              images,
            ),
          ) as Scalar,
        variables,
      );
    });
    const gradients = variables.map((variable) => grads[variable.name]!);
    update(gradients);
    dispose([value, ...gradients]);
  };
}
