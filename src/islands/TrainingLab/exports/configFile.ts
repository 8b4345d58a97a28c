import { DEFAULT_CONFIG, type TrainingConfig, validateConfig } from '#training/config.ts';
import { ownSettings } from '#training/settings/choices.ts';
import { RUN_SETTINGS } from '../definition.ts';

const FORMAT = 'contrastive-learning-run';
const VERSION = 1;

/** New settings that a run went on with after so many steps. */
export interface SettingsChange {
  readonly step: number;
  readonly settings?: Partial<TrainingConfig>;
}

/** The settings that a run began with as a JSON file, and what changed in mid-run. */
export function writeConfig(
  config: TrainingConfig,
  changes: readonly SettingsChange[] = [],
): string {
  const changed = changes.map(({ step, settings }) => ({ step, settings }));
  const file = {
    format: FORMAT,
    version: VERSION,
    settings: ownSettings(config),
    ...(changed.length > 0 && { changes: changed }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new RangeError(`this file is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new RangeError('this file has no settings: it should be a JSON object');
}

/**
 * The settings of a JSON file that `writeConfig` wrote; those it does not have keep their defaults.
 * Changes in mid-run are for whoever repeats it by hand: they are not settings of a new run. Throws a RangeError that names every setting that is unknown or not usable, and what would be.
 */
export function readConfig(text: string): TrainingConfig {
  const { format, version, settings } = parse(text);
  if (format !== FORMAT || version !== VERSION)
    throw new RangeError(
      `this file has no settings of a run: it should have "format": "${FORMAT}", "version": ${VERSION}`,
    );
  if (typeof settings !== 'object' || settings === null)
    throw new RangeError('this file should have its "settings" as an object');
  const config: Record<string, unknown> = { ...DEFAULT_CONFIG };
  const complaints = Object.entries(settings).flatMap(([name, value]) => {
    if (!Object.hasOwn(RUN_SETTINGS, name)) return [`there is no setting "${name}"`];
    const setting = RUN_SETTINGS[name as keyof TrainingConfig];
    // A list of classes is spelled as in an address.
    const plain = Array.isArray(value) ? value.join('_') : value;
    const isOfType = typeof plain === typeof setting.initial;
    const read = isOfType ? setting.parse(String(plain)) : undefined;
    if (read === undefined)
      return [`${name} should be ${setting.expects}, not ${JSON.stringify(value)}`];
    config[name] = read;
    return [];
  });
  if (complaints.length > 0) throw new RangeError(complaints.join('; '));
  const complete = config as unknown as TrainingConfig;
  validateConfig(complete);
  return complete;
}
