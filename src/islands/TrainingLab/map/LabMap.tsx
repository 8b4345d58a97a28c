import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isImages } from '#data/sources/registry.ts';
import { Lazy } from '#kit/controls/Lazy.tsx';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { trainedOn } from '../settings/trainedOn.ts';
import { TimeSlider } from '../time/TimeSlider.tsx';
import { Legend } from './Legend.tsx';
import type { LabView } from './labView.ts';
import { marginLength, marginText } from './marginScale.ts';
import { ViewChoices } from './ViewChoices.tsx';

interface LabMapProps {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly ready: ReadonlySignal<boolean>;
  readonly view: ReadonlySignal<LabView>;
  setView(change: Partial<LabView>): void;
  /** The class that stands out alone. */
  readonly isolated: Signal<number | undefined>;
  /** A recorded run, shown until the reader starts one. */
  readonly children?: ComponentChildren;
}

/** Where the held-out samples lie, how they are looked at, and from which step. */
export function LabMap(props: LabMapProps) {
  const { lab, config, ready, view, setView, isolated, children } = props;
  const { data } = lab;
  const untouched = useComputed(() => lab.status.value === 'idle');
  /** Of the embedding that is shown, else of the run to come. */
  const ofCloud = useComputed(() => lab.cloudConfig.value ?? config.value);
  const rings = useComputed((): ReadonlySet<number> => {
    const { classes } = data.value;
    const trained = trainedOn(ofCloud.value, classes.length);
    return new Set([...classes.keys()].filter((label) => !trained.includes(label)));
  });
  /** Of the classes that were held out. */
  const names = useComputed(() => [...rings.value].map((label) => data.value.classes[label]!));
  const hasSamples = useComputed(() => ready.value && lab.heldOut.value !== undefined);

  const scatter = {
    lab,
    marginLength: useComputed(() => marginLength(ofCloud.value)),
    marginText: useComputed(() => marginText(ofCloud.value)),
    data,
    normalised: useComputed(() => ofCloud.value.normalise),
    isolated,
    rings,
    view,
    setView,
  };
  return (
    <>
      <div class="lab-still" hidden={useComputed(() => !untouched.value)}>
        {children}
      </div>
      <div class="lab-live" hidden={untouched}>
        <Lazy
          wanted={useComputed(() => !untouched.value)}
          load={() => import('./Scatter.tsx')}
          props={scatter}
        />
      </div>
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
    </>
  );
}
