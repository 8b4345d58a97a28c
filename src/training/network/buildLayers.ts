import type { Random } from '#metric/random.ts';
import type { Layer } from './layer.ts';
import { convLayer, denseLayer, flattenLayer, imagesLayer, poolLayer } from './layers.ts';
import { type NetworkShape, type PlannedLayer, planNetwork } from './networkPlan.ts';
import type { NetworkName } from './networks/registry.ts';

function build(layer: PlannedLayer, random: Random): Layer {
  switch (layer.kind) {
    case 'dense':
      return denseLayer({ ...layer, random });
    case 'conv':
      return convLayer({ ...layer, from: layer.image.channels, random });
    case 'pool':
      return poolLayer();
    case 'flatten':
      return flattenLayer();
  }
}

/**
 * The layers of a network on the current backend, their weights drawn from `random` one layer after
 * the other. They take images as rows of values: a network that begins by flattening leaves them so.
 */
export function buildLayers(
  name: NetworkName,
  shape: NetworkShape,
  random: Random,
): readonly Layer[] {
  const plan = planNetwork(name, shape);
  return plan[0]?.kind === 'flatten'
    ? plan.slice(1).map((layer) => build(layer, random))
    : [imagesLayer(shape.height, shape.width), ...plan.map((layer) => build(layer, random))];
}
