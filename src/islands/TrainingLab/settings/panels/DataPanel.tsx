import { useComputed } from '@preact/signals';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { augmentations } from '#training/augmentations/registry.ts';
import { DEFAULT_CONFIG, SETTINGS } from '#training/settings/table.ts';
import { isImages } from '#data/sources/registry.ts';
import type { SettingsProps } from '../SettingsProps.ts';
import { toggleClass, trainedOn } from '../trainedOn.ts';
import { DataChoice } from './DataChoice.tsx';
import { OwnData } from './OwnData.tsx';
import '../../map/classKeys.css';

/** Which classes are trained on, and whether images are turned on the way. */
export function DataPanel({ config, data, ready, set, takeData }: SettingsProps) {
  const { classes, height } = data.value;
  const trained = useComputed(() => trainedOn(config.value, classes.length));
  return (
    <>
      <DataChoice data={data} ready={ready} takeData={takeData} />
      <fieldset class="lab-class-keys" disabled={useComputed(() => !ready.value)}>
        <legend>{SETTINGS.classes.label}</legend>
        {classes.map((name, label) => (
          <button
            key={name}
            type="button"
            aria-label={`Train on ${name}`}
            aria-pressed={useComputed(() => trained.value.includes(label))}
            aria-disabled={useComputed(
              () => trained.value.length <= 2 && trained.value.includes(label),
            )}
            onClick={() => set(toggleClass(config.value, label, classes.length))}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <p>{SETTINGS.classes.about}</p>
      {isImages({ height }) &&
        [...augmentations]
          .filter(([name]) => name !== DEFAULT_CONFIG.augmentation)
          .map(([name, { about }]) => (
            <Toggle
              key={name}
              label={about}
              name={name}
              value={useComputed(() => config.value.augmentation === name)}
              ready={ready}
              set={(on) => set({ augmentation: on ? name : DEFAULT_CONFIG.augmentation })}
            />
          ))}
      <OwnData data={data} takeData={takeData} />
    </>
  );
}
