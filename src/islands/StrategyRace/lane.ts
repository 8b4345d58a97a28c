import type { Setting } from '#kit/figure/settings.ts';
import type { DistanceName } from '#metric/distances/registry.ts';
import { distances } from '#metric/distances/registry.ts';
import { lookUp } from '#metric/lookUp.ts';
import type { Range } from '#metric/parameter.ts';
import { lossOf, withLoss } from '#training/settings/choices.ts';
import { STRATEGIES, type Strategy } from '#training/settings/strategies.ts';
import { DEFAULT_CONFIG, SETTINGS, type TrainingConfig } from '#training/settings/table.ts';

/** One of the configurations that race. All else is common to the lanes. */
export interface Lane {
  /** What it chooses among the losses and miners, by its name. */
  readonly strategy: string;
  /** Under a loss that has neither, these have no effect. */
  readonly distance: DistanceName;
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

const strategyOf = ({ strategy }: Pick<Lane, 'strategy'>): Strategy =>
  lookUp(STRATEGIES, 'strategy', strategy);

/** What a lane trains with besides its own numbers. */
function formulaOf(lane: Pick<Lane, 'strategy'>): TrainingConfig {
  const { loss, miner } = strategyOf(lane);
  return { ...DEFAULT_CONFIG, ...withLoss({ miner }, loss) };
}

/** A lane with a strategy, and with the distance and margin that are usual for it. */
export function withStrategy(lane: Pick<Lane, 'learningRate'>, strategy: string): Lane {
  const { distance, margin } = formulaOf({ strategy });
  return { strategy, distance, margin, learningRate: lane.learningRate };
}

export const laneOf = (strategy: string): Lane => withStrategy(DEFAULT_CONFIG, strategy);

/** The run that a lane stands for. */
export const configOf = (lane: Lane, common: Common): TrainingConfig => ({
  ...formulaOf(lane),
  ...common,
  distance: lane.distance,
  margin: lane.margin,
  learningRate: lane.learningRate,
});

const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;

function numberWithin(text: string, { min, max }: Range) {
  const value = Number(text);
  return NUMBER.test(text) && value >= min && value <= max ? value : undefined;
}

/** A lane in an address: its strategy, distance, margin and learning rate, joined by underscores. */
export function laneSetting(initial: Lane): Setting<Lane> {
  const { range } = SETTINGS.margin;
  return {
    initial,
    expects: `a strategy (${[...STRATEGIES.keys()].join(', ')}), ${[...distances.keys()].join(' or ')}, a margin from ${range.min} to ${range.max} and a learning rate, joined by underscores`,
    format: ({ strategy, distance, margin, learningRate }) =>
      [strategy, distance, margin, learningRate].join('_'),
    parse(text) {
      const [strategy = '', distance = '', ...numbers] = text.split('_');
      const margin = numberWithin(numbers[0] ?? '', range);
      const learningRate = numberWithin(numbers[1] ?? '', SETTINGS.learningRate.range);
      if (!STRATEGIES.has(strategy) || !distances.has(distance as DistanceName)) return undefined;
      if (margin === undefined || learningRate === undefined || numbers.length !== 2)
        return undefined;
      return { strategy, distance: distance as DistanceName, margin, learningRate };
    },
  };
}

/** Which of a lane's own numbers its loss has. */
export function partsOf(lane: Pick<Lane, 'strategy'>) {
  const { takesDistance, margin } = lossOf(strategyOf(lane));
  return { takesDistance, hasMargin: margin !== undefined };
}

/** What a lane trains with, in words. */
export function recipeOf({ strategy, distance, margin, learningRate }: Lane): string {
  const { takesDistance, hasMargin } = partsOf({ strategy });
  return [
    strategyOf({ strategy }).label,
    ...(takesDistance ? [`${lookUp(distances, 'distance', distance).label} distances`] : []),
    ...(hasMargin ? [`margin ${margin}`] : []),
    `learning rate ${learningRate}`,
  ].join(', ');
}

/** What sets a lane apart, in words: as short as the others allow. */
export function laneName(lane: Lane, lanes: readonly Lane[]): string {
  const words: string[] = [strategyOf(lane).label];
  const alike = lanes.filter(({ strategy }) => strategy === lane.strategy);
  const { takesDistance, hasMargin } = partsOf(lane);
  if (takesDistance && alike.some(({ distance }) => distance !== lane.distance))
    words.push(lookUp(distances, 'distance', lane.distance).label);
  if (hasMargin && alike.some(({ margin }) => margin !== lane.margin))
    words.push(`m ${lane.margin}`);
  if (alike.some(({ learningRate }) => learningRate !== lane.learningRate))
    words.push(`rate ${lane.learningRate}`);
  return words.join(', ');
}
