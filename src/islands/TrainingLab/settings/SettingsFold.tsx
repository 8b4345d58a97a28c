import { useComputed } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { Presets } from '../presets/Presets.tsx';
import { MainSettings } from './MainSettings.tsx';
import { SettingsBar } from './SettingsBar.tsx';
import type { SettingsProps } from './SettingsProps.ts';
import './settings.css';

/** Everything that can be set, and runs worth starting from. */
export default function SettingsFold(props: SettingsProps) {
  const { config, data, ready, set } = props;
  return (
    <div class="lab-all-settings">
      <MainSettings {...{ config, ready, data, set }} />
      <SettingsBar {...props} />
      {useComputed(() => data.value === MNIST && <Presets {...{ config, ready, set }} />)}
    </div>
  );
}
