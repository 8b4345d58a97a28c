import { SOFTMAX_PRESETS } from '#islands/TrainingLab/presets/softmaxPresets.ts';
import type { TrainingConfig } from '#training/config.ts';

/** A preset as it is measured. */
export interface SoftmaxRun {
  readonly id: string;
  readonly config: TrainingConfig;
  readonly steps: readonly number[];
}

const STEPS = [0, 50, 100, 200, 400, 700, 1000];
/** So soon a run has shown whether it collapses. */
const SHORT = [0, 50, 100, 200, 300];

export const SOFTMAX_RUNS: readonly SoftmaxRun[] = SOFTMAX_PRESETS.map(({ name, config }) => ({
  id: name,
  config,
  steps: name.startsWith('VICReg') ? SHORT : STEPS,
}));
