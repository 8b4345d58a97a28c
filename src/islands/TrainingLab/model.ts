import { choiceSetting, numberSetting, type Setting } from '../../figures/settings.ts';
import type { FigureModel } from '../../figures/useFigure.ts';
import {
  DEFAULT_CONFIG,
  DISTANCES,
  LOSSES,
  MINERS,
  RANGES,
  type Range,
  REDUCERS,
  type TrainingConfig,
} from '../../training/config.ts';

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

/** The settings that the article's formula of each loss has; the choice of a loss brings them. */
export const LOSS_SETTINGS = {
  triplet: { distance: DEFAULT_CONFIG.distance, margin: DEFAULT_CONFIG.margin },
  contrastive: { distance: 'plain', margin: 1, softMargin: false },
} as const satisfies Record<TrainingConfig['loss'], Partial<TrainingConfig>>;

export const slots = [] as const;

/** The lab's state is a run's configuration: an address restores the run itself. */
export const model = {
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
    learningRate: rangeSetting(DEFAULT_CONFIG.learningRate, RANGES.learningRate),
    seed: rangeSetting(DEFAULT_CONFIG.seed, RANGES.seed),
  },
  terms: {},
  slotTexts: () => ({}),
  spoken: ({ loss, miner }) => `${loss} loss, ${miner}`,
} as const satisfies FigureModel<TrainingConfig>;
