import { lookUp } from '#metric/lookUp.ts';
import { reducers } from '#metric/reducers/registry.ts';
import { augmentations } from '#training/augmentations/registry.ts';
import type { TrainingConfig } from '#training/config.ts';
import { networks } from '#training/network/networks/registry.ts';
import { optimisers } from '#training/optimisers/registry.ts';
import { lossOf, marginOf, samplerOf } from '#training/settings/choices.ts';
import { DEFAULT_CONFIG, SETTINGS } from '#training/settings/table.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { trainedOn } from './trainedOn.ts';

export const GROUPS = ['hinge', 'batch', 'network', 'optimiser', 'embedding', 'data'] as const;
export type Group = (typeof GROUPS)[number];

const NAMES: Readonly<Record<Exclude<Group, 'hinge'>, string>> = {
  batch: 'Batch',
  network: 'Network',
  optimiser: 'Optimiser',
  embedding: 'Embedding',
  data: 'Data and augmentation',
};

/** How the flags of the loss are set, each in its words. */
const flagsOf = (config: TrainingConfig): readonly string[] =>
  Object.entries(lossOf(config).parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'flag'
      ? [config[name as keyof TrainingConfig] ? parameter.on : parameter.off]
      : [],
  );

/** What a group is called: a loss without a margin has no hinge. */
export function groupName(group: Group, config: TrainingConfig): string {
  if (group !== 'hinge') return NAMES[group];
  if (lossOf(config).margin) return 'Hinge and mean';
  return flagsOf(config).length > 0 ? 'Direction and mean' : 'Mean';
}

/** The place that embeddings of so many dimensions have, free or of length 1. */
export function spaceName({ dims, normalise }: Pick<TrainingConfig, 'dims' | 'normalise'>): string {
  const free = dims === 2 ? 'plane' : dims === 3 ? 'space' : `${dims} dimensions`;
  const unit = dims === 2 ? 'circle' : dims === 3 ? 'sphere' : `sphere in ${dims} dimensions`;
  return normalise ? unit : free;
}

function hingeSummary(config: TrainingConfig): string {
  const margin = marginOf(config);
  const { brief } = lookUp(reducers, 'reducer', config.reducer);
  const { on, off } = SETTINGS.softMargin;
  if (margin !== undefined) return `${margin === 'soft' ? on : off}, ${brief}`;
  return [...flagsOf(config), brief].join(', ');
}

function dataSummary(config: TrainingConfig, data: DataSource): string {
  const trained = trainedOn(config, data.classes.length).length;
  const classes = trained === data.classes.length ? 'all' : `${trained} of`;
  const kind = data.isDigits ? 'digits' : 'classes';
  const { augmentation } = config;
  const changed =
    augmentation === DEFAULT_CONFIG.augmentation
      ? ''
      : `, ${lookUp(augmentations, 'augmentation', augmentation).label}`;
  return `${classes} ${data.classes.length} ${kind}${changed}`;
}

function batchSummary(config: TrainingConfig): string {
  const { p, k, seed } = config;
  const { groupsAreClasses, label } = samplerOf(config);
  return `${groupsAreClasses ? '' : `${label}, `}${p} × ${k}, seed ${seed}`;
}

/** What a group is set to, in a few words: it can be read while the group is folded away. */
export function groupSummary(group: Group, config: TrainingConfig, data: DataSource): string {
  switch (group) {
    case 'hinge':
      return hingeSummary(config);
    case 'batch':
      return batchSummary(config);
    case 'network':
      return lookUp(networks, 'network', config.network).label;
    case 'optimiser':
      return `${lookUp(optimisers, 'optimiser', config.optimiser).label}, ${config.learningRate}`;
    case 'embedding':
      return spaceName(config);
    case 'data':
      return dataSummary(config, data);
  }
}
