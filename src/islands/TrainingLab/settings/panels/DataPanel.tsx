import { useComputed } from '@preact/signals';
import { SETTINGS } from '#training/settings/table.ts';
import { isImages } from '#data/sources/registry.ts';
import { AugmentationControls } from '../AugmentationControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';
import { toggleClass, trainedOn } from '../trainedOn.ts';
import { DataChoice } from './DataChoice.tsx';
import { OwnData } from './OwnData.tsx';
import '../../map/classKeys.css';

/** Which classes are trained on, and what is done to images on the way. */
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
      {isImages({ height }) && <AugmentationControls config={config} ready={ready} set={set} />}
      <OwnData data={data} takeData={takeData} />
    </>
  );
}
