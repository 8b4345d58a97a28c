import { lookUp } from '#metric/lookUp.ts';
import type { SamplerRule } from '#metric/samplers/sampler.ts';
import type { TrainingConfig } from './config.ts';
import { checkDataset, classesOf, type Dataset, rowsOf } from '#data/dataset.ts';
import type { SavedNetwork } from './network/layersModel.ts';
import { networkShapes } from './network/networkSize.ts';
import { networks } from './network/networks/registry.ts';
import { augmentationOf, samplerOf } from './settings/choices.ts';

/** The labels that a configuration trains on, ascending. */
export const trainedClasses = ({ classes }: TrainingConfig, data: Dataset): number[] =>
  classes === 'all' ? classesOf(data) : classes.toSorted((a, b) => a - b);

/** What there is to train on. */
interface Stock extends Pick<Dataset, 'height' | 'width'> {
  /** The labels that come, ascending. */
  readonly known: readonly number[];
  /** How many samples there are of these labels. */
  samplesOf(labels: readonly number[]): number;
}

/** Throws a RangeError when a valid configuration does not go with what there is, saying why. */
export function checkStock(
  config: TrainingConfig,
  { height, width, known, samplesOf }: Stock,
  sampler: Pick<SamplerRule, 'refuses'> = samplerOf(config),
): void {
  const wanted = config.classes === 'all' ? known : config.classes;
  const unknown = wanted.filter((label) => !known.includes(label));
  if (unknown.length > 0)
    throw new RangeError(
      `classes ${unknown.join(', ')} are not in the data, which have ${known.join(', ')}`,
    );
  const refusal = sampler.refuses(config, {
    classes: wanted.length,
    samples: samplesOf(wanted),
  });
  if (refusal) throw new RangeError(refusal);
  const side = Math.min(height, width);
  const { smallestSide } = lookUp(networks, 'network', config.network);
  if (side < smallestSide) {
    const fitting = [...networks.values()].filter((network) => network.smallestSide <= side);
    throw new RangeError(
      `the network "${config.network}" needs images of at least ${smallestSide} × ${smallestSide}, not ${height} × ${width}: choose ${fitting.map(({ name }) => `"${name}"`).join(' or ')}`,
    );
  }
  if (height === 1 && augmentationOf(config).needsImages)
    throw new RangeError('vectors cannot be rotated or distorted: choose no augmentation');
}

/**
 * Throws a RangeError when the data are not whole, or a valid configuration does not go with them,
 * saying why.
 */
export function checkFit(
  config: TrainingConfig,
  data: Dataset,
  sampler?: Pick<SamplerRule, 'refuses'>,
): void {
  checkDataset(data);
  const samplesOf = (labels: readonly number[]) => rowsOf(data.training.labels, labels).length;
  checkStock(config, { ...data, known: classesOf(data), samplesOf }, sampler);
}

/**
 * Throws a RangeError when a saved network is not the one that a configuration asks for, or not for
 * data of this size.
 */
export function checkSaved(
  { network, height, width, weights }: SavedNetwork,
  config: Pick<TrainingConfig, 'network' | 'dims'>,
  data: Pick<Dataset, 'height' | 'width'>,
): void {
  if (network !== config.network)
    throw new RangeError(`the saved network is a "${network}", not a "${config.network}"`);
  if (height !== data.height || width !== data.width)
    throw new RangeError(
      `the saved network takes samples of ${height} × ${width}; the data have ${data.height} × ${data.width}`,
    );
  const { dims } = config;
  for (const [name, shape] of networkShapes(config.network, { height, width, dims })) {
    const found = weights.find((each) => each.name === name);
    if (String(found?.shape) !== String(shape))
      throw new RangeError(
        `${name} of the saved network should be of shape [${shape.join(', ')}], not [${found?.shape.join(', ') ?? 'missing'}]`,
      );
  }
}
