import baselines from '#bench/baselines.json' with { type: 'json' };
import { MNIST } from '#data/digits/digitSource.ts';
import { lookUp } from '#metric/lookUp.ts';
import { reducers } from '#metric/reducers/registry.ts';
import type { DataSource } from '#data/sources/registry.ts';
import { distanceOf, lossOf, marginOf, plateauOf } from '#training/settings/choices.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import { marginLength } from '../map/marginScale.ts';
import { type Level, levelAt } from './LevelLine.tsx';
import type { RunLevels } from './RunCurves.tsx';

/** Beside a line there is room for so many letters and a number. */
const LONGEST = 8;

/** Where the loss stands at collapse, and below which it cannot come. */
function lossLevels(config: TrainingConfig, collapseLoss: number): Level[] {
  const { name } = plateauOf(config);
  const loss = lossOf(config);
  const { isMean } = lookUp(reducers, 'reducer', config.reducer);
  const floor = isMean ? (loss.floor?.(config, config) ?? 0) : 0;
  return [
    levelAt(collapseLoss, name.length > LONGEST ? 'collapse' : name),
    ...(floor > 0 ? [levelAt(floor, 'least')] : []),
  ];
}

/**
 * What a run's curves are to be read against: the loss of a collapse, as far as it is known; what
 * pixels alone reach, where they were measured; and how large a cloud is that the margin fits into, or,
 * under a loss without one, that lies all over the sphere.
 */
export function runLevels(
  config: TrainingConfig,
  data: DataSource,
  collapseLoss: number | undefined,
): RunLevels {
  const isMeasured = data === MNIST && config.classes === 'all';
  const hasMargin = typeof marginOf(config) === 'number';
  return {
    loss: collapseLoss === undefined ? [] : lossLevels(config, collapseLoss),
    shares: isMeasured ? [levelAt(baselines.pixels.knn, 'pixels')] : [],
    spread: hasMargin
      ? [levelAt(marginLength(config), distanceOf(config).isSquared ? '√m' : 'm')]
      : config.normalise
        ? [levelAt(1, 'sphere')]
        : [],
  };
}
