import { lookUp } from '#metric/lookUp.ts';
import type { Activation } from './activations.ts';
import type { LayerSpec, NetworkEntry } from './networks/entry.ts';
import { type NetworkName, networks } from './networks/registry.ts';

/** What goes in and comes out: images of height × width to `dims` numbers. */
export interface NetworkShape {
  readonly height: number;
  readonly width: number;
  readonly dims: number;
}

/** An image inside the network. */
interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** A layer of a network of known shape, with the name that its weights go by. */
export type PlannedLayer =
  | {
      readonly kind: 'dense';
      readonly name: string;
      readonly from: number;
      readonly to: number;
      readonly activation: Activation;
    }
  | {
      readonly kind: 'conv';
      readonly name: string;
      /** What comes in. */
      readonly image: ImageShape;
      readonly to: number;
      readonly size: number;
      readonly stride: number;
      readonly activation: Activation;
    }
  | { readonly kind: 'pool' | 'flatten'; readonly name: string; readonly image: ImageShape };

const POOL = 2;

/** How many pixels are left of so many, padded as TensorFlow pads ("same"). */
const after = ({ height, width }: ImageShape, stride: number, channels: number): ImageShape => ({
  height: Math.ceil(height / stride),
  width: Math.ceil(width / stride),
  channels,
});

const valuesOf = ({ height, width, channels }: ImageShape) => height * width * channels;

/** The layers of a network for images of a size, from first to last. */
function planLayers(
  { layers }: Pick<NetworkEntry, 'layers'>,
  { height, width, dims }: NetworkShape,
): readonly PlannedLayer[] {
  let image: ImageShape = { height, width, channels: 1 };
  let from = valuesOf(image);
  const counts = new Map<LayerSpec['kind'], number>();
  const embedding: LayerSpec = { kind: 'dense', units: dims, activation: 'linear' };
  return [...layers, embedding].map((layer): PlannedLayer => {
    const count = (counts.get(layer.kind) ?? 0) + 1;
    counts.set(layer.kind, count);
    const before = image;
    if (layer.kind === 'flatten') {
      from = valuesOf(before);
      return { kind: 'flatten', name: 'flatten', image: before };
    }
    const name = `${layer.kind}${count}`;
    if (layer.kind === 'dense') {
      const { units: to, activation } = layer;
      const planned = { kind: layer.kind, name, from, to, activation };
      from = to;
      return planned;
    }
    if (layer.kind === 'pool') {
      image = after(before, POOL, before.channels);
      return { kind: 'pool', name, image: before };
    }
    const { kind, filters: to, size, stride, activation } = layer;
    image = after(before, stride, to);
    return { kind, name, image: before, to, size, stride, activation };
  });
}

/** The layers of a network by name. Throws on unknown names. */
export const planNetwork = (name: NetworkName, shape: NetworkShape): readonly PlannedLayer[] =>
  planLayers(lookUp(networks, 'network', name), shape);
