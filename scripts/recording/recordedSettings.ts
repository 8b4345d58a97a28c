import { ownSettings } from '#training/settings/choices.ts';
import type { TrainingConfig } from '#training/settings/table.ts';

/** The settings of a recorded run. Which samples it saw is known of each recording, and it began from its seed. */
export function recordedSettings(config: TrainingConfig): Partial<TrainingConfig> {
  const { data: _, weights: __, ...settings } = ownSettings(config);
  return settings;
}
