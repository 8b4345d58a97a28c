import { useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { distances } from '#metric/distances/registry.ts';
import { distanceOf, lossOf, minerOf } from '#training/settings/choices.ts';
import { SETTING_NAMES, SETTINGS, type TrainingConfig } from '#training/settings/table.ts';
import { Prose } from './Prose.tsx';
import {
  isFlag,
  isNamedChoice,
  isNumber,
  SettingChoice,
  SettingFlag,
  SettingSlider,
} from './SettingControls.tsx';
import type { SettingsProps } from './SettingsProps.ts';

type LossControlsProps = Pick<SettingsProps, 'config' | 'ready' | 'set'>;

/** The settings that the chosen loss has of its own. */
const ownSettings = (config: TrainingConfig) =>
  SETTING_NAMES.filter((name) => Object.hasOwn(lossOf(config).parameters, name));

/** What the chosen loss has to set: its numbers, its choices, its distance. */
export function LossControls(props: LossControlsProps) {
  const { config } = props;
  const own = ownSettings(config.value);
  return (
    <>
      {own.filter(isNumber).map((name) => (
        <SettingSlider key={name} name={name} {...props} />
      ))}
      {own.filter(isNamedChoice).map((name) => (
        <SettingChoice key={name} name={name} {...props} />
      ))}
      {lossOf(config.value).takesDistance && <DistanceControl {...props} />}
    </>
  );
}

/** The flags of the chosen loss, and what each is for. */
export function LossFlags({ config, ready, set }: LossControlsProps) {
  // A miner that compares with the margin needs it as a number.
  const usable = useComputed(() => ready.value && !minerOf(config.value).comparesWithMargin);
  return (
    <>
      {ownSettings(config.value)
        .filter(isFlag)
        .map((name) => (
          <div key={name}>
            <SettingFlag name={name} config={config} ready={usable} set={set} />
            <Prose text={SETTINGS[name].about} />
          </div>
        ))}
    </>
  );
}

/** Squared or plain: a quantity that is true or false, as in the other figures. */
function DistanceControl({ config, ready, set }: LossControlsProps) {
  return (
    <Segmented
      legend={SETTINGS.distance.label}
      name="squared"
      options={[...distances.values()].map(({ isSquared, label }) => ({ value: isSquared, label }))}
      value={useComputed(() => distanceOf(config.value).isSquared)}
      ready={ready}
      set={(squared) => {
        for (const [distance, { isSquared }] of distances)
          if (isSquared === squared) set({ distance });
      }}
    />
  );
}
