import { SETTINGS } from '#training/settings/table.ts';
import { LossFlags } from '../LossControls.tsx';
import { SettingChoice } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';

/** How a triplet's distances become a loss, and how the losses of a batch become one. */
export function HingePanel({ config, ready, set }: SettingsProps) {
  const common = { config, ready, set };
  return (
    <>
      <LossFlags {...common} />
      <SettingChoice name="reducer" {...common} />
      <p>{SETTINGS.reducer.about}</p>
    </>
  );
}
