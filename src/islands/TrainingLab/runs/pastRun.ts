import { formatCount } from '#kit/figure/numberFormat.ts';
import { DEFAULT_CONFIG, type TrainingConfig } from '#training/config.ts';
import { settingText } from '#training/settings/changes.ts';
import { isIdle, lossOf, minerOf } from '#training/settings/choices.ts';
import type { SettingName } from '#training/settings/table.ts';
import type { History, RunChange } from '#training/run/history.ts';

/** A run that the device remembers. */
export interface PastRun {
  readonly id: string;
  readonly name: string;
  /** Whether the reader gave it that name: else it is called after what it has become. */
  readonly isNamed?: boolean;
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

/** What was chosen of loss and miner, in a few words. */
export function choiceWords(config: TrainingConfig): string {
  const loss = config.loss === DEFAULT_CONFIG.loss ? [] : [lossOf(config).label];
  const numbers = Object.keys(lossOf(config).parameters)
    .map((name) => name as SettingName)
    .filter((name) => !isIdle(name, config) && config[name] !== false)
    .map((name) => settingText(name, config[name]));
  return [...loss, minerOf(config).label, ...numbers].join(', ');
}

interface Named {
  /** What the run began with, and what it was changed to on the way. */
  readonly config: TrainingConfig;
  readonly changes?: readonly RunChange[] | undefined;
  /** The reader's own file that it is trained on. */
  readonly ownFile?: string | undefined;
}

/** What a run is called until the reader names it. */
export function runName({ config, changes = [], ownFile }: Named): string {
  const began = `${choiceWords(config)}, seed ${config.seed}`;
  const words = [
    began,
    ...changes.map(({ step, text }) => `from step ${formatCount(step)} ${text}`),
  ].join('; ');
  return ownFile ? `${ownFile}: ${words}` : words;
}
