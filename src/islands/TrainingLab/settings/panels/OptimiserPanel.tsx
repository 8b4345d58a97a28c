import { optimiserParameters, optimisers } from '#training/optimisers/registry.ts';
import { SETTING_NAMES } from '#training/settings/table.ts';
import { isNumber, SettingNumber, SettingSegments } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';

/** How the gradient becomes a step. */
export function OptimiserPanel({ config, ready, set }: SettingsProps) {
  const common = { config, ready, set };
  const own = SETTING_NAMES.filter((name) => Object.hasOwn(optimiserParameters, name));
  return (
    <>
      <SettingSegments name="optimiser" {...common} />
      <SettingNumber name="learningRate" {...common} />
      {own.filter(isNumber).map((name) => (
        <SettingNumber key={name} name={name} {...common} />
      ))}
      <p>{[...optimisers.values()].map(({ about }) => about).join(' ')}</p>
    </>
  );
}
