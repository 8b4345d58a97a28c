import { lookUp } from '#metric/lookUp.ts';
import { type Activation, SLOPES } from './activations.ts';
import { type PlannedLayer, planNetwork } from './networkPlan.ts';
import { type NetworkName, networks } from './networks/registry.ts';

export interface KerasLayer {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly name: string };
}

/** Of the weights of a layer, what tells how wide it is. */
type KernelOf = (layer: string) => { readonly shape: readonly number[] };

const entry = (class_name: string, name: string, config: object = {}): KerasLayer => ({
  class_name,
  config: { name, trainable: true, dtype: 'float32', ...config },
});

/** Keras has LeakyReLU as a layer of its own, the others as a part of the layer before. */
const within = (activation: Activation) => (activation === 'leakyrelu' ? 'linear' : activation);

const behind = (name: string, activation: Activation): readonly KerasLayer[] =>
  activation === 'leakyrelu'
    ? [entry('LeakyReLU', `${name}_activation`, { alpha: SLOPES.leakyrelu })]
    : [];

function spell(layer: PlannedLayer, kernelOf: KernelOf): readonly KerasLayer[] {
  const { name } = layer;
  switch (layer.kind) {
    case 'flatten':
      return [entry('Flatten', name)];
    case 'pool':
      return [
        entry('MaxPooling2D', name, {
          pool_size: [2, 2],
          strides: [2, 2],
          padding: 'same',
          data_format: 'channels_last',
        }),
      ];
    case 'dense': {
      const activation = within(layer.activation);
      const dense = { units: kernelOf(name).shape[1], activation, use_bias: true };
      return [entry('Dense', name, dense), ...behind(name, layer.activation)];
    }
    case 'conv': {
      const { shape } = kernelOf(name);
      const conv = {
        filters: shape[3],
        kernel_size: shape.slice(0, 2),
        strides: [layer.stride, layer.stride],
        padding: 'same',
        data_format: 'channels_last',
        dilation_rate: [1, 1],
        activation: within(layer.activation),
        use_bias: true,
      };
      return [entry('Conv2D', name, conv), ...behind(name, layer.activation)];
    }
  }
}

/**
 * The layers of a network in the terms of Keras, as wide as the kernels that are given. Throws on
 * unknown names.
 */
export function kerasLayers(network: string, kernelOf: KernelOf): readonly KerasLayer[] {
  lookUp(networks as ReadonlyMap<string, unknown>, 'network', network);
  // Which layers there are does not depend on the shape, and how wide they are is asked of the kernels.
  const plan = planNetwork(network as NetworkName, { height: 1, width: 1, dims: 1 });
  return plan.flatMap((layer) => spell(layer, kernelOf));
}
