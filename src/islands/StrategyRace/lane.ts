import type { Setting } from '#kit/figure/settings.ts';
import { DEFAULT_CONFIG, RANGES, type TrainingConfig } from '#training/config.ts';

/** What a lane chooses among the losses and miners: one of the article's recipes. */
export const STRATEGIES = [
  'batch-all',
  'batch-hard',
  'semi-hard',
  'random',
  'contrastive',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** One of the configurations that race. All else is common to the lanes. */
export interface Lane {
  readonly strategy: Strategy;
  /** Distance inside the triplet loss; the contrastive loss has the plain one. */
  readonly squared: boolean;
  readonly margin: number;
  readonly learningRate: number;
}

/** What the lanes have in common: the same digits, the same batches, the same first weights. */
export interface Common {
  readonly p: number;
  readonly k: number;
  readonly seed: number;
}

export const MOST_LANES = 4;
export const LANE_NUMBERS = [1, 2, 3, 4] as const;
export type LaneNumber = (typeof LANE_NUMBERS)[number];

export const triplet = (strategy: Strategy): Lane => ({
  strategy,
  squared: true,
  margin: DEFAULT_CONFIG.margin,
  learningRate: DEFAULT_CONFIG.learningRate,
});

/** A lane with another strategy, and with the margin that is usual for it. */
export const withStrategy = (lane: Lane, strategy: Strategy): Lane => ({
  ...lane,
  strategy,
  squared: strategy !== 'contrastive',
  margin: strategy === 'contrastive' ? 1 : DEFAULT_CONFIG.margin,
});

/** The run that a lane stands for. */
export function configOf(lane: Lane, common: Common): TrainingConfig {
  const { strategy, squared, margin, learningRate } = lane;
  const isContrastive = strategy === 'contrastive';
  return {
    ...DEFAULT_CONFIG,
    ...common,
    loss: isContrastive ? 'contrastive' : 'triplet',
    miner: isContrastive ? 'batch-all' : strategy,
    distance: squared ? 'squared' : 'plain',
    margin,
    learningRate,
  };
}

const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

function numberWithin(text: string, { min, max }: { min: number; max: number }) {
  const value = Number(text);
  return NUMBER.test(text) && value >= min && value <= max ? value : undefined;
}

/** A lane in an address: `semi-hard_squared_0.5_0.003`. */
export const laneSetting = (initial: Lane): Setting<Lane> => ({
  initial,
  expects: `a strategy (${STRATEGIES.join(', ')}), squared or plain, a margin from ${RANGES.margin.min} to ${RANGES.margin.max} and a learning rate, joined by underscores`,
  format: ({ strategy, squared, margin, learningRate }) =>
    [strategy, squared ? 'squared' : 'plain', margin, learningRate].join('_'),
  parse(text) {
    const [name, distance, ...numbers] = text.split('_');
    const strategy = STRATEGIES.find((known) => known === name);
    const margin = numberWithin(numbers[0] ?? '', RANGES.margin);
    const learningRate = numberWithin(numbers[1] ?? '', RANGES.learningRate);
    if (!strategy || (distance !== 'squared' && distance !== 'plain')) return undefined;
    if (margin === undefined || learningRate === undefined || numbers.length !== 2)
      return undefined;
    return { strategy, squared: distance === 'squared', margin, learningRate };
  },
});

/** What sets a lane apart, in words: as short as the others allow. */
export function laneName(lane: Lane, lanes: readonly Lane[]): string {
  const words: string[] = [lane.strategy];
  const alike = lanes.filter(({ strategy }) => strategy === lane.strategy);
  if (alike.some(({ squared }) => squared !== lane.squared))
    words.push(lane.squared ? 'squared' : 'plain');
  if (alike.some(({ margin }) => margin !== lane.margin)) words.push(`m ${lane.margin}`);
  if (alike.some(({ learningRate }) => learningRate !== lane.learningRate))
    words.push(`rate ${lane.learningRate}`);
  return words.join(', ');
}
