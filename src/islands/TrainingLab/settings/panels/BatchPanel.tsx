import { useComputed } from '@preact/signals';
import { pk } from '#metric/samplers/pk.ts';
import { SETTINGS } from '#training/settings/table.ts';
import { SettingNumber } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';
import { trainedOn } from '../trainedOn.ts';

/** How many classes and images a batch has, and where chance starts. */
export function BatchPanel({ config, data, ready, set }: SettingsProps) {
  const common = { config, ready, set };
  const { range } = SETTINGS.p;
  const known = trainedOn(config.value, data.value.classes.length).length;
  return (
    <>
      <SettingNumber name="p" {...common} range={{ ...range, max: Math.min(range.max, known) }} />
      <SettingNumber name="k" {...common} />
      <p>{useComputed(() => pk.told(config.value))}</p>
      <SettingNumber name="epochLength" {...common} />
      <p>{SETTINGS.epochLength.about}</p>
      <SettingNumber name="seed" {...common} />
      <p>{SETTINGS.seed.about}</p>
    </>
  );
}
