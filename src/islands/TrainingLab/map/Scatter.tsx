import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { arePiled } from '#kit/scatter/piled.ts';
import { CloudLabels } from './CloudLabels.tsx';
import { DigitCard } from './DigitCard.tsx';
import type { LabView } from './labView.ts';
import { type CloudOptions, useCloud } from './useCloud.ts';
import { useGestures } from './useGestures.ts';

/** The names of the classes need so many units of the drawing. */
const ROOM_FOR_NAMES = 16;

interface ScatterProps extends CloudOptions {
  /** What the margin's length is called. */
  readonly marginText: ReadonlySignal<string>;
  setView(change: Partial<LabView>): void;
}

/** The held-out samples where the network puts them; pointer or keys bring up one of them. */
export default function Scatter(props: ScatterProps) {
  const { lab, data, isolated, setView } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const cloud = useCloud(canvas, props);
  const { drawn } = cloud;
  const chosen = useSignal<number | undefined>(undefined);
  const empty = useComputed(() => drawn.value === undefined);
  const piled = useComputed(() => arePiled(drawn.value?.medians ?? [], ROOM_FOR_NAMES));
  useSignalEffect(() => {
    if (empty.value) chosen.value = undefined;
  });

  const labelOf = (point: number) => lab.heldOut.value?.labels[point];
  const isShown = (point: number): boolean =>
    isolated.value === undefined || labelOf(point) === isolated.value;
  const gestures = useGestures({ ...cloud, chosen, turnTo: setView, isShown });

  const place = useComputed(() => {
    const at = chosen.value;
    const points = drawn.value?.points;
    if (at === undefined || !points) return undefined;
    return { x: points[2 * at]!, y: points[2 * at + 1]! };
  });
  const spoken = useComputed(() =>
    chosen.value === undefined ? '' : `${data.value.classes[labelOf(chosen.value) ?? -1]}`,
  );
  return (
    <div class="lab-plane" data-empty={empty} data-piled={piled}>
      <canvas data-drawing ref={canvas} />
      <CloudLabels {...props} cloud={cloud} place={place} gestures={gestures} />
      <DigitCard lab={lab} data={data} chosen={chosen} place={place} />
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  );
}
