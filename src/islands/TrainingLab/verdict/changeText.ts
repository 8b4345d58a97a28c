import { differences, type TrainingConfig } from '#training/config.ts';
import { settingText } from '#training/settings/changes.ts';
import { isIdle } from '#training/settings/choices.ts';

/** What is new in a configuration and has an effect, in as few words as a chart has room for. */
export const changeText = (from: TrainingConfig, to: TrainingConfig): string =>
  differences(from, to)
    .filter((name) => !isIdle(name, to))
    .map((name) => settingText(name, to[name]))
    .join(', ');
