import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { isImages } from '#data/sources/registry.ts';
import { Lazy } from '#kit/controls/Lazy.tsx';
import type { Lab } from '../run/lab.ts';
import { TimeSlider } from '../time/TimeSlider.tsx';
import { Legend } from './Legend.tsx';
import type { LabView } from './labView.ts';
import type { CloudSettings } from './useCloudSettings.ts';
import { ViewChoices } from './ViewChoices.tsx';

interface LabLookProps {
  readonly lab: Lab;
  readonly rings: CloudSettings['rings'];
  readonly ready: ReadonlySignal<boolean>;
  readonly view: ReadonlySignal<LabView>;
  setView(change: Partial<LabView>): void;
  /** The class that stands out alone. */
  readonly isolated: Signal<number | undefined>;
}

/** How the map is looked at: from which step, which class, as dots or images. */
export function LabLook({ lab, rings, ready, view, setView, isolated }: LabLookProps) {
  const { data, heldOut } = lab;
  /** Of the classes that were held out. */
  const names = useComputed(() => [...rings.value].map((label) => data.value.classes[label]!));
  const hasSamples = useComputed(() => ready.value && heldOut.value !== undefined);
  return (
    <div class="lab-look">
      <TimeSlider lab={lab} />
      {useComputed(() => (
        <Legend classes={data.value.classes} rings={rings} isolated={isolated} ready={hasSamples} />
      ))}
      <ViewChoices
        view={view}
        setView={setView}
        hasImages={useComputed(() => isImages(data.value))}
        ready={hasSamples}
      />
      <Lazy
        wanted={useComputed(() => rings.value.size > 0)}
        load={() => import('./UnseenClasses.tsx')}
        props={{ lab, names }}
      />
    </div>
  );
}
