import { useComputed } from '@preact/signals';
import { Toggle } from '#kit/controls/Toggle.tsx';
import { isImages } from '#data/sources.ts';
import type { SettingsProps } from '../SettingsProps.ts';
import { toggleClass, trainedOn } from '../trainedOn.ts';
import { OwnData } from './OwnData.tsx';

/** Which classes are trained on, and whether images are turned on the way. */
export function DataPanel({ config, data, ready, set, takeData }: SettingsProps) {
  const { classes, height } = data.value;
  const trained = useComputed(() => trainedOn(config.value, classes.length));
  return (
    <>
      <fieldset class="lab-classes" disabled={useComputed(() => !ready.value)}>
        <legend>train on</legend>
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
      <p>
        Classes that are held out are judged apart and drawn as rings: whether the network has
        learned what makes two images alike, or only these classes. Faces pose that question.
      </p>
      {isImages({ height }) && (
        <Toggle
          label="turn each image by up to 5° either way, anew whenever it is drawn"
          name="rotation"
          value={useComputed(() => config.value.augmentation === 'rotation')}
          ready={ready}
          set={(turns) => set({ augmentation: turns ? 'rotation' : 'none' })}
        />
      )}
      <OwnData data={data} takeData={takeData} />
    </>
  );
}
