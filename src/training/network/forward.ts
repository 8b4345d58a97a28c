import { SLOPES } from './activations.ts';
import type { SavedNetwork } from './layersModel.ts';
import { type PlannedLayer, planNetwork } from './networkPlan.ts';
import type { NetworkName } from './networks/registry.ts';

/** What an image is within the network: rows of pixels, each of so many channels. */
type Values = Float32Array;
type Layer = (values: Values) => Values;

const POOL = 2;
const LARGEST_BYTE = 255;

/** How far the first window reaches beyond the image, padded as TensorFlow pads ("same"). */
const padding = (side: number, size: number, stride: number) =>
  Math.floor(Math.max(0, (Math.ceil(side / stride) - 1) * stride + size - side) / 2);

const activate = (values: Values, slope: number): Values =>
  values.map((value) => (value < 0 ? slope * value : value));

function dense(
  { from, to, activation }: Extract<PlannedLayer, { kind: 'dense' }>,
  kernel: Float32Array,
  bias: Float32Array,
): Layer {
  return (values) => {
    const sums = bias.slice();
    for (let i = 0; i < from; i++) {
      const value = values[i]!;
      if (value === 0) continue;
      for (let j = 0; j < to; j++) sums[j]! += value * kernel[i * to + j]!;
    }
    return activate(sums, SLOPES[activation]);
  };
}

function convolution(
  { image, to, size, stride, activation }: Extract<PlannedLayer, { kind: 'conv' }>,
  kernel: Float32Array,
  bias: Float32Array,
): Layer {
  const { height, width, channels } = image;
  const [high, wide] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const [above, left] = [padding(height, size, stride), padding(width, size, stride)];
  return (values) => {
    const sums = new Float32Array(high * wide * to);
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++) {
        const at = (y * wide + x) * to;
        sums.set(bias, at);
        for (let v = 0; v < size; v++) {
          const row = y * stride - above + v;
          if (row < 0 || row >= height) continue;
          for (let u = 0; u < size; u++) {
            const column = x * stride - left + u;
            if (column < 0 || column >= width) continue;
            for (let c = 0; c < channels; c++) {
              const value = values[(row * width + column) * channels + c]!;
              if (value === 0) continue;
              const weights = ((v * size + u) * channels + c) * to;
              for (let f = 0; f < to; f++) sums[at + f]! += value * kernel[weights + f]!;
            }
          }
        }
      }
    return activate(sums, SLOPES[activation]);
  };
}

function pool({ image }: Extract<PlannedLayer, { kind: 'pool' | 'flatten' }>): Layer {
  const { height, width, channels } = image;
  const [high, wide] = [Math.ceil(height / POOL), Math.ceil(width / POOL)];
  return (values) => {
    const most = new Float32Array(high * wide * channels).fill(Number.NEGATIVE_INFINITY);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        for (let c = 0; c < channels; c++) {
          const at = (Math.floor(y / POOL) * wide + Math.floor(x / POOL)) * channels + c;
          most[at] = Math.max(most[at]!, values[(y * width + x) * channels + c]!);
        }
    return most;
  };
}

/**
 * A trained network without TensorFlow.js, for the few images of a reader's drawing: one image of
 * bytes, 0 (paper) to 255 (ink), to its embedding before any normalisation. A small network takes less
 * than a millisecond an image, and loading a backend would take longer than thousands of them. Throws a
 * RangeError when a weight is missing or not of its shape.
 */
export function createForward(saved: SavedNetwork): (image: Uint8Array) => Float32Array {
  const { network, height, width, weights } = saved;
  const dims = weights.at(-1)?.values.length ?? 0;
  const valuesOf = (name: string, count: number) => {
    const found = weights.find((each) => each.name === name)?.values;
    if (found?.length !== count)
      throw new RangeError(`${name} should have ${count} weights, not ${found?.length ?? 0}`);
    return found;
  };
  const learned = (layer: string, inputs: number, to: number) =>
    [valuesOf(`${layer}/kernel`, inputs * to), valuesOf(`${layer}/bias`, to)] as const;
  const layers = planNetwork(network as NetworkName, { height, width, dims }).map(
    (layer): Layer => {
      if (layer.kind === 'dense') return dense(layer, ...learned(layer.name, layer.from, layer.to));
      if (layer.kind === 'conv')
        return convolution(
          layer,
          ...learned(layer.name, layer.size ** 2 * layer.image.channels, layer.to),
        );
      return layer.kind === 'pool' ? pool(layer) : (values) => values;
    },
  );
  return (image) => {
    if (image.length !== height * width)
      throw new RangeError(
        `the network takes images of ${height} × ${width} pixels, not of ${image.length}`,
      );
    const inputs = Float32Array.from(image, (byte) => byte / LARGEST_BYTE);
    return layers.reduce<Values>((values, layer) => layer(values), inputs);
  };
}
