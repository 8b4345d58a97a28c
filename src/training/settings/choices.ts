import { sources } from '#data/sources/registry.ts';
import type { DistanceEntry } from '#metric/distances/entry.ts';
import { distances } from '#metric/distances/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { Loss, Plateau } from '#metric/losses/loss.ts';
import { lossParameters, losses } from '#metric/losses/registry.ts';
import type { Margin } from '#metric/margin.ts';
import type { MinerEntry } from '#metric/miners/miner.ts';
import { miners } from '#metric/miners/registry.ts';
import { samplers } from '#metric/samplers/registry.ts';
import type { SamplerEntry } from '#metric/samplers/sampler.ts';
import type { AugmentationEntry } from '../augmentations/entry.ts';
import { augmentationParameters, augmentations } from '../augmentations/registry.ts';
import { networks } from '../network/networks/registry.ts';
import { optimiserParameters, optimisers } from '../optimisers/registry.ts';
import { DEFAULT_CONFIG, type SettingName, type TrainingConfig } from './table.ts';

/** The entries that a configuration names. Each throws on unknown names. */
export const lossOf = ({ loss }: Pick<TrainingConfig, 'loss'>): Loss =>
  lookUp(losses, 'loss', loss);
export const minerOf = ({ miner }: Pick<TrainingConfig, 'miner'>): MinerEntry =>
  lookUp(miners, 'miner', miner);
export const samplerOf = ({ sampler }: Pick<TrainingConfig, 'sampler'>): SamplerEntry =>
  lookUp(samplers, 'sampler', sampler);
export const augmentationOf = ({
  augmentation,
}: Pick<TrainingConfig, 'augmentation'>): AugmentationEntry =>
  lookUp(augmentations, 'augmentation', augmentation);
export const distanceOf = ({ distance }: Pick<TrainingConfig, 'distance'>): DistanceEntry =>
  lookUp(distances, 'distance', distance);

/** The margin in force, in units of the distance; undefined under a loss that has none. */
export const marginOf = (config: TrainingConfig): Margin | undefined =>
  lossOf(config).margin?.(config);

/** Where the loss stands once all embeddings are one point. */
export const plateauOf = (config: TrainingConfig): Plateau => {
  const { p, k, dims, classes, data } = config;
  const source = data === 'own' ? undefined : sources.get(data);
  const classCount = classes === 'all' ? (source?.classes.length ?? p) : classes.length;
  return lossOf(config).collapse(config, { p, k, dims, classCount });
};

export const isOffline = ({ miner }: Pick<TrainingConfig, 'miner'>): boolean =>
  minerOf({ miner }).offline !== undefined;

/** Whether a setting belongs to a loss or augmentation other than the configuration's, and so says nothing of its run. */
const isForeign = (name: string, config: TrainingConfig): boolean =>
  (Object.hasOwn(lossParameters, name) && !Object.hasOwn(lossOf(config).parameters, name)) ||
  (Object.hasOwn(augmentationParameters, name) &&
    !Object.hasOwn(augmentationOf(config).parameters, name));

/** Whether a setting has no effect beside the others. */
export function isIdle(name: SettingName, config: TrainingConfig): boolean {
  const loss = lossOf(config);
  if (name === 'distance') return !loss.takesDistance;
  if (name === 'epochLength') return !isOffline(config);
  if (Object.hasOwn(optimiserParameters, name)) {
    const optimiser = lookUp(optimisers, 'optimiser', config.optimiser);
    return !Object.hasOwn(optimiser.parameters, name);
  }
  return isForeign(name, config) || (loss.idle?.(config) ?? []).includes(name);
}

/** The settings that say something of a run, in the order of the table: those of other losses and augmentations are left out. */
export const ownSettings = (config: TrainingConfig): Partial<TrainingConfig> =>
  Object.fromEntries(Object.entries(config).filter(([name]) => !isForeign(name, config)));

/** The first of the samplers that know the labels. */
const [BY_CLASS] = [...samplers].find(([, { groupsAreClasses }]) => groupsAreClasses)!;

/**
 * What a configuration becomes with another loss: its formula is that of the literature, its miner and
 * its sampler such as it takes.
 */
export function withLoss(
  config: Pick<TrainingConfig, 'miner'> & Partial<Pick<TrainingConfig, 'sampler'>>,
  loss: TrainingConfig['loss'],
): Partial<TrainingConfig> {
  const entry = lossOf({ loss });
  const initial = Object.keys(lossParameters).map((name) => [
    name,
    DEFAULT_CONFIG[name as SettingName],
  ]);
  const miner = entry.refuses(minerOf(config)) ? DEFAULT_CONFIG.miner : config.miner;
  const { sampler = BY_CLASS } = config;
  const lacksClasses = entry.needsClasses !== undefined && !samplerOf({ sampler }).groupsAreClasses;
  return {
    loss,
    miner,
    ...Object.fromEntries(initial),
    ...entry.usual,
    ...(lacksClasses && withSampler(BY_CLASS)),
  };
}

/** What a configuration becomes with another miner: one that compares with the margin needs a number. */
export const withMiner = (miner: TrainingConfig['miner']): Partial<TrainingConfig> =>
  minerOf({ miner }).comparesWithMargin ? { miner, softMargin: false } : { miner };

/** What a configuration becomes with another sampler: batches of a size that suits it, augmented as it needs. */
export const withSampler = (sampler: TrainingConfig['sampler']): Partial<TrainingConfig> => ({
  sampler,
  ...samplerOf({ sampler }).usual,
});

/** What vectors, which have nothing to convolve or to turn, are trained with. */
export const VECTOR_CHOICES: Pick<TrainingConfig, 'network' | 'augmentation'> = {
  network: [...networks].find(([, { smallestSide }]) => smallestSide === 1)![0],
  augmentation: [...augmentations].find(([, { needsImages }]) => !needsImages)![0],
};
