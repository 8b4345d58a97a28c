import { useComputed } from '@preact/signals';
import { augmentationOf } from '#training/settings/choices.ts';
import { SETTING_NAMES } from '#training/settings/table.ts';
import { isNumber, SettingSegments, SettingSlider } from './SettingControls.tsx';
import type { SettingsProps } from './SettingsProps.ts';

/** What is done to each image that is drawn, and how strongly. */
export function AugmentationControls(props: Pick<SettingsProps, 'config' | 'ready' | 'set'>) {
  const { config } = props;
  const { parameters } = augmentationOf(config.value);
  const own = SETTING_NAMES.filter((name) => Object.hasOwn(parameters, name)).filter(isNumber);
  return (
    <>
      <SettingSegments name="augmentation" {...props} />
      <p>{useComputed(() => sentence(augmentationOf(config.value).about))}</p>
      {own.map((name) => (
        <SettingSlider key={name} name={name} {...props} />
      ))}
    </>
  );
}

const sentence = (about: string) =>
  `${about[0]!.toUpperCase()}${about.slice(1).replace(/\.$/, '')}.`;
