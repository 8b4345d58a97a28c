import { createBatchLoss } from '#metric/batchLoss.ts';
import { batchLossConfig } from './batchLossConfig.ts';
import { lossOf, marginOf, minerOf, samplerOf } from './choices.ts';
import type { Row } from './rows.ts';
import { SETTING_NAMES, SETTINGS, type TrainingConfig } from './table.ts';

const isOneOf = (value: unknown, known: readonly unknown[]) =>
  known.includes(value) ? undefined : `is not one of ${known.join(', ')}`;

function isListOfLabels(value: unknown): boolean {
  return (
    value === 'all' ||
    (Array.isArray(value) &&
      value.length >= 2 &&
      value.every(Number.isInteger) &&
      new Set(value).size === value.length)
  );
}

/** What is wrong with a value, and what would be right; undefined when it is fine. */
function complaintAbout(name: string, row: Row, value: unknown): string | undefined {
  switch (row.kind) {
    case 'number': {
      const { min, max, whole } = row.range;
      const isFine =
        typeof value === 'number' &&
        value >= min &&
        value <= max &&
        (!whole || Number.isInteger(value));
      return isFine
        ? undefined
        : `${name} ${value} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max}`;
    }
    case 'labels':
      return isListOfLabels(value)
        ? undefined
        : `${name} "${value}" are neither "all" nor at least two different labels`;
    default: {
      const known = row.kind === 'flag' ? [false, true] : row.options.map((option) => option.name);
      const wrong = isOneOf(value, known);
      return wrong && `${name} "${value}" ${wrong}`;
    }
  }
}

/** Mining and losses are measured up to here: the distances of a batch to one another fill 128 MB. */
const MOST_ROWS = 4096;

/** What takes labels, and is given a batch that has none. */
function asksForLabels(config: TrainingConfig): (string | undefined)[] {
  const { label, groupsAreClasses } = samplerOf(config);
  if (groupsAreClasses) return [];
  return [
    minerOf(config).offline
      ? `miner "${config.miner}" chooses triplets by their labels before an epoch, and ${label} have none: choose a miner that works within the batch, such as batch-all`
      : undefined,
    lossOf(config).needsClasses,
  ];
}

/** Why choices do not go together. */
function discord(config: TrainingConfig): (string | undefined)[] {
  const miner = minerOf(config);
  const { p, k } = config;
  const isSoft = marginOf(config) === 'soft';
  return [
    lossOf(config).refuses(miner),
    miner.comparesWithMargin && isSoft
      ? `miner "${config.miner}" compares with the margin: it cannot be soft`
      : undefined,
    ...asksForLabels(config),
    p * k > MOST_ROWS
      ? `p ${p} times k ${k} makes a batch of ${p * k} rows: at most ${MOST_ROWS} go into one`
      : undefined,
  ];
}

/**
 * Throws a RangeError that names every setting which is not usable, and what would be, or says that
 * the settings do not go together.
 */
export function validateConfig(config: TrainingConfig): void {
  if (typeof config !== 'object' || config === null)
    throw new TypeError(`a configuration is an object of settings, not ${config}`);
  const refuse = (found: readonly (string | undefined)[]) => {
    const complaints = found.filter((each) => each !== undefined);
    if (complaints.length > 0) throw new RangeError(complaints.join('; '));
  };
  refuse(SETTING_NAMES.map((name) => complaintAbout(name, SETTINGS[name], config[name])));
  refuse(discord(config));
  createBatchLoss(batchLossConfig(config));
}
