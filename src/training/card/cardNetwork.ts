import type { Buffers } from '#kernels/webgpu/buffers.ts';
import type { Bound, Call } from '#kernels/webgpu/call.ts';
import { convolutionCalls, convolutionParts } from '#kernels/webgpu/convolution.ts';
import { denseCalls, denseParts } from '#kernels/webgpu/dense.ts';
import type { LayerCalls, Learned, Outputs } from '#kernels/webgpu/layer.ts';
import { poolCalls } from '#kernels/webgpu/pooling.ts';
import { SLOPES } from '../network/activations.ts';
import type { PlannedLayer } from '../network/networkPlan.ts';

/** An array that a network learns: a stretch of a gradient that comes in parts. */
interface LearnedStretch {
  readonly variable: Bound;
  readonly gradient: Bound;
  readonly count: number;
  readonly from: number;
  readonly partSize: number;
  readonly parts: number;
}

/** A network on the card, for batches of a size. */
export interface CardNetwork {
  /** The embeddings, and the place for the loss's gradient with respect to them. */
  readonly embeddings: Outputs;
  /** From the inputs to the embeddings. */
  readonly forward: readonly Call[];
  /** From the gradient of the embeddings to those of all that is learned. */
  readonly backward: readonly Call[];
  /** In the order of the network's parameters. */
  readonly learned: readonly LearnedStretch[];
}

/** What a layer is made from: its input, and its own variables where it has some. */
interface Surroundings {
  readonly rows: number;
  readonly input: Outputs | { readonly values: Bound };
  readonly variables: readonly Bound[];
  readonly buffers: Buffers;
}

interface CardLayer {
  readonly calls: LayerCalls;
  readonly output: Outputs;
  readonly learned: readonly LearnedStretch[];
}

/** Room for the gradient of a kernel and its bias, and where each stands in it. */
function learnedOf(
  { variables: [kernel, bias], buffers }: Surroundings,
  { count, to, parts }: { readonly count: number; readonly to: number; readonly parts: number },
): { learned: Learned; stretches: LearnedStretch[] } {
  const partSize = count + to;
  const gradient = buffers.floats(parts * partSize);
  const shared = { gradient, partSize, parts };
  return {
    learned: { kernel: kernel!, bias: bias!, gradient, parts },
    stretches: [
      { ...shared, variable: kernel!, count, from: 0 },
      { ...shared, variable: bias!, count: to, from: count },
    ],
  };
}

const outputsOf = (buffers: Buffers, count: number, slope: number): Outputs => ({
  values: buffers.floats(count),
  gradient: buffers.floats(count),
  slope,
});

function denseLayer(
  { from, to, activation }: Extract<PlannedLayer, { kind: 'dense' }>,
  around: Surroundings,
): CardLayer {
  const shape = { rows: around.rows, from, to };
  const parts = denseParts(shape);
  const { learned, stretches } = learnedOf(around, { count: from * to, to, parts });
  const output = outputsOf(around.buffers, shape.rows * to, SLOPES[activation]);
  return {
    calls: denseCalls(shape, around.input, learned, output),
    output,
    learned: stretches,
  };
}

function convLayer(
  { image, to, size, stride, activation }: Extract<PlannedLayer, { kind: 'conv' }>,
  around: Surroundings,
): CardLayer {
  const { height, width, channels } = image;
  const shape = { rows: around.rows, ...image, to, size, stride };
  const parts = convolutionParts(shape);
  const count = size * size * channels * to;
  const { learned, stretches } = learnedOf(around, { count, to, parts });
  const pixels = shape.rows * Math.ceil(height / stride) * Math.ceil(width / stride);
  const output = outputsOf(around.buffers, pixels * to, SLOPES[activation]);
  return {
    calls: convolutionCalls(shape, around.input, learned, output),
    output,
    learned: stretches,
  };
}

function poolLayer(
  { image }: Extract<PlannedLayer, { kind: 'pool' | 'flatten' }>,
  { rows, input, buffers }: Surroundings,
): CardLayer {
  if (!('gradient' in input)) throw new RangeError('pooling comes after a layer that learns');
  const { height, width, channels } = image;
  const pixels = rows * Math.ceil(height / 2) * Math.ceil(width / 2);
  const output = outputsOf(buffers, pixels * channels, SLOPES.linear);
  return { calls: poolCalls({ rows, ...image }, input, output), output, learned: [] };
}

/** A layer on the card; undefined where its values lie in the same order before and after. */
function layerOf(layer: PlannedLayer, around: Surroundings): CardLayer | undefined {
  switch (layer.kind) {
    case 'dense':
      return denseLayer(layer, around);
    case 'conv':
      return convLayer(layer, around);
    case 'pool':
      return poolLayer(layer, around);
    case 'flatten':
      return undefined;
  }
}

/**
 * A network as planned, on inputs that are rows of values: its variables are those of TensorFlow.js,
 * a kernel and a bias for each layer that learns, in the order of the layers.
 */
export function cardNetwork(
  plan: readonly PlannedLayer[],
  {
    rows,
    inputs,
    variables,
    buffers,
  }: {
    readonly rows: number;
    readonly inputs: Bound;
    readonly variables: readonly Bound[];
    readonly buffers: Buffers;
  },
): CardNetwork {
  const layers: CardLayer[] = [];
  let input: Surroundings['input'] = { values: inputs };
  let at = 0;
  for (const layer of plan) {
    const own = variables.slice(at, at + 2);
    const made = layerOf(layer, { rows, input, variables: own, buffers });
    if (!made) continue;
    layers.push(made);
    input = made.output;
    at += made.learned.length;
  }
  return {
    embeddings: layers.at(-1)!.output,
    forward: layers.map(({ calls }) => calls.forward),
    backward: layers
      .toReversed()
      .flatMap(({ calls: { learn, back } }) => [learn, back].filter((call) => call !== undefined)),
    learned: layers.flatMap(({ learned }) => learned),
  };
}
