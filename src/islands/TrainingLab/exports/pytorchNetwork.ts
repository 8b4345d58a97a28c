import { SLOPES } from '#training/network/activations.ts';
import { type PlannedLayer, planNetwork } from '#training/network/networkPlan.ts';
import type { NetworkName } from '#training/network/networks/registry.ts';

const ACTIVATIONS = {
  linear: '',
  relu: ' nn.ReLU(),',
  leakyrelu: ` nn.LeakyReLU(${SLOPES.leakyrelu}),`,
} as const;

/** Zeros before and after a side, as TensorFlow pads: an odd one comes behind. */
function padding(length: number, size: number, stride: number): readonly [number, number] {
  const all = Math.max(0, (Math.ceil(length / stride) - 1) * stride + size - length);
  return [Math.floor(all / 2), Math.ceil(all / 2)];
}

function conv(layer: Extract<PlannedLayer, { kind: 'conv' }>): string {
  const { image, to, size, stride, activation } = layer;
  const [left, right] = padding(image.width, size, stride);
  const [top, bottom] = padding(image.height, size, stride);
  const channels = `${image.channels}, ${to}, ${size}`;
  const isEven = left === right && top === bottom && left === top;
  const call = isEven
    ? `nn.Conv2d(${channels}${stride > 1 ? `, stride=${stride}` : ''}, padding=${left}),`
    : `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom})), nn.Conv2d(${channels}, stride=${stride}),`;
  return call + ACTIVATIONS[activation];
}

/** How many values come into a dense layer, as they come about. */
function widthBefore(layer: PlannedLayer | undefined, from: number): string {
  if (layer?.kind !== 'flatten' || layer.image.channels === 1) return String(from);
  const { channels, height, width } = layer.image;
  return `${channels} * ${height} * ${width}`;
}

function spell(layer: PlannedLayer, before: PlannedLayer | undefined): string {
  switch (layer.kind) {
    case 'flatten':
      return 'nn.Flatten(),';
    case 'pool':
      return 'nn.MaxPool2d(2),';
    case 'conv':
      return conv(layer);
    case 'dense':
      return `nn.Linear(${widthBefore(before, layer.from)}, ${layer.to}),${ACTIVATIONS[layer.activation]}`;
  }
}

/**
 * A network of ours as the layers of an nn.Sequential, from images [B, 1, height, width]; strides and padding
 * as TensorFlow has them. Throws on unknown names.
 */
export const pytorchLayers = (
  network: NetworkName,
  shape: { readonly height: number; readonly width: number; readonly dims: number },
): string =>
  planNetwork(network, shape)
    .map((layer, index, layers) => `    ${spell(layer, layers[index - 1])}`)
    .join('\n');
