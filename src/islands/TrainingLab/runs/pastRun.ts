import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { settingText } from '#training/settings/changes.ts';
import { isIdle, lossOf, minerOf } from '#training/settings/choices.ts';
import type { SettingName } from '#training/settings/table.ts';
import type { History } from '#training/run/history.ts';

/** A run that the device remembers. */
export interface PastRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly config: TrainingConfig;
  readonly history: History;
  /** The held-out samples at the end, row-major. */
  readonly embedding: Float32Array;
  readonly labels: Uint8Array | Int32Array;
}

/** More a chart cannot show, and a hundred runs should not fill a phone. */
const MOST_STEPS = 600;
const MOST_EVALUATIONS = 300;

/** At most so many of the points, as evenly as can be, the last one among them. */
function thinned<T>(points: readonly T[], most: number): readonly T[] {
  const stride = Math.ceil(points.length / most);
  return stride <= 1
    ? points
    : points.filter((_, index) => (points.length - 1 - index) % stride === 0);
}

/** The curves of a run in few enough points to keep. */
export const thinHistory = ({ steps, evaluations, ...rest }: History): History => ({
  ...rest,
  steps: thinned(steps, MOST_STEPS),
  evaluations: thinned(evaluations, MOST_EVALUATIONS),
});

/** What a run is called until the reader names it. */
export function runName(config: TrainingConfig, ownFile = ''): string {
  const loss = config.loss === DEFAULT_CONFIG.loss ? [] : [lossOf(config).label];
  const numbers = Object.keys(lossOf(config).parameters)
    .map((name) => name as SettingName)
    .filter((name) => !isIdle(name, config) && config[name] !== false)
    .map((name) => settingText(name, config[name]));
  const words = [...loss, minerOf(config).label, ...numbers, `seed ${config.seed}`].join(', ');
  return ownFile ? `${ownFile}: ${words}` : words;
}
