import { choiceSetting, numberSetting, type Setting } from '#kit/figure/settings.ts';
import type { FigureDefinition } from '#kit/figure/useFigure.ts';
import {
  AUGMENTATIONS,
  DEFAULT_CONFIG,
  DIMENSIONS,
  DISTANCES,
  LOSSES,
  MINERS,
  NETWORKS,
  OPTIMISERS,
  RANGES,
  type Range,
  REDUCERS,
  type TrainingConfig,
} from '#training/config.ts';
import { type LabView, VIEW_SETTINGS } from './map/labView.ts';

function rangeSetting(initial: number, range: Range): Setting<number> {
  const setting = numberSetting(initial, range);
  if (!range.whole) return setting;
  return {
    ...setting,
    expects: `a whole number from ${range.min} to ${range.max}`,
    parse(text) {
      const value = setting.parse(text);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}

/** Which classes are trained on, spelled `0_1_2`, or `all`. */
const classesSetting: Setting<TrainingConfig['classes']> = {
  initial: DEFAULT_CONFIG.classes,
  expects: 'all, or at least two different labels joined by underscores',
  format: (classes) => (classes === 'all' ? classes : classes.join('_')),
  parse(text) {
    if (text === 'all') return text;
    if (!/^\d{1,4}(_\d{1,4})+$/.test(text)) return undefined;
    const classes = text.split('_').map(Number);
    return new Set(classes).size === classes.length ? classes : undefined;
  },
};

/** The settings that the article's formula of each loss has; the choice of a loss brings them. */
export const LOSS_SETTINGS = {
  triplet: { distance: DEFAULT_CONFIG.distance, margin: DEFAULT_CONFIG.margin },
  contrastive: { distance: 'plain', margin: 1, softMargin: false },
} as const satisfies Record<TrainingConfig['loss'], Partial<TrainingConfig>>;

export const slots = [] as const;

/** A run's configuration, and how it is looked at: an address restores the run itself. */
export type LabState = TrainingConfig & LabView;

export const definition = {
  name: 'TrainingLab',
  settings: {
    loss: choiceSetting(DEFAULT_CONFIG.loss, LOSSES),
    miner: choiceSetting(DEFAULT_CONFIG.miner, MINERS),
    distance: choiceSetting(DEFAULT_CONFIG.distance, DISTANCES),
    reducer: choiceSetting(DEFAULT_CONFIG.reducer, REDUCERS),
    softMargin: choiceSetting(DEFAULT_CONFIG.softMargin, [false, true]),
    margin: rangeSetting(DEFAULT_CONFIG.margin, RANGES.margin),
    p: rangeSetting(DEFAULT_CONFIG.p, RANGES.p),
    k: rangeSetting(DEFAULT_CONFIG.k, RANGES.k),
    network: choiceSetting(DEFAULT_CONFIG.network, NETWORKS),
    dims: choiceSetting(DEFAULT_CONFIG.dims, DIMENSIONS),
    normalise: choiceSetting(DEFAULT_CONFIG.normalise, [false, true]),
    optimiser: choiceSetting(DEFAULT_CONFIG.optimiser, OPTIMISERS),
    momentum: rangeSetting(DEFAULT_CONFIG.momentum, RANGES.momentum),
    augmentation: choiceSetting(DEFAULT_CONFIG.augmentation, AUGMENTATIONS),
    classes: classesSetting,
    epochLength: rangeSetting(DEFAULT_CONFIG.epochLength, RANGES.epochLength),
    learningRate: rangeSetting(DEFAULT_CONFIG.learningRate, RANGES.learningRate),
    seed: rangeSetting(DEFAULT_CONFIG.seed, RANGES.seed),
    ...VIEW_SETTINGS,
  },
  terms: {},
  measure: () => undefined,
  slotTexts: () => ({}),
  spoken: ({ loss, miner }) => `${loss} loss, ${miner}`,
} as const satisfies FigureDefinition<LabState>;
