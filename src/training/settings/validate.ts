import { createBatchLoss } from '#metric/batchLoss.ts';
import { batchLossConfig } from './batchLossConfig.ts';
import { discord } from './discord.ts';
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
