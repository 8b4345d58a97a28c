import { lookUp } from '#metric/lookUp.ts';
import type { TrainingConfig } from '#training/config.ts';
import { networks } from '#training/network/networks/registry.ts';
import type { LabData } from '../data/labData.ts';
import { trainedOn } from './trainedOn.ts';

export const GROUPS = ['hinge', 'batch', 'network', 'optimiser', 'embedding', 'data'] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_NAMES: Readonly<Record<Group, string>> = {
  hinge: 'Hinge and mean',
  batch: 'Batch',
  network: 'Network',
  optimiser: 'Optimiser',
  embedding: 'Embedding',
  data: 'Data and augmentation',
};

export const OPTIMISER_NAMES: Readonly<Record<TrainingConfig['optimiser'], string>> = {
  adam: 'Adam',
  sgd: 'SGD',
};

const REDUCED: Readonly<Record<TrainingConfig['reducer'], string>> = {
  'mean-nonzero': 'mean of those with a loss',
  mean: 'mean of all',
  sum: 'sum',
};

/** The place that embeddings of so many dimensions have, free or of length 1. */
export function spaceName({ dims, normalise }: Pick<TrainingConfig, 'dims' | 'normalise'>): string {
  const free = dims === 2 ? 'plane' : dims === 3 ? 'space' : `${dims} dimensions`;
  const unit = dims === 2 ? 'circle' : dims === 3 ? 'sphere' : `sphere in ${dims} dimensions`;
  return normalise ? unit : free;
}

/** What a group is set to, in a few words: it can be read while the group is folded away. */
export function groupSummary(group: Group, config: TrainingConfig, data: LabData): string {
  switch (group) {
    case 'hinge': {
      const hinge = config.softMargin && config.loss === 'triplet' ? 'soft margin' : 'hinge';
      return `${hinge}, ${REDUCED[config.reducer]}`;
    }
    case 'batch':
      return `${config.p} × ${config.k}, seed ${config.seed}`;
    case 'network':
      return lookUp(networks, 'network', config.network).label;
    case 'optimiser':
      return `${OPTIMISER_NAMES[config.optimiser]}, ${config.learningRate}`;
    case 'embedding':
      return spaceName(config);
    case 'data': {
      const trained = trainedOn(config, data.classes.length).length;
      const classes = trained === data.classes.length ? 'all' : `${trained} of`;
      const kind = data.isDigits ? 'digits' : 'classes';
      return `${classes} ${data.classes.length} ${kind}${config.augmentation === 'rotation' ? ', turned ±5°' : ''}`;
    }
  }
}
