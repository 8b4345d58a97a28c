import {
  type ReadonlySignal,
  type Signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { usePressElsewhere } from '#kit/controls/usePressElsewhere.ts';
import { arePiled } from '#kit/scatter/piled.ts';
import { CloudLabels } from './CloudLabels.tsx';
import { DigitCard } from './DigitCard.tsx';
import type { LabView } from './labView.ts';
import { type CloudOptions, useCloud } from './useCloud.ts';
import { nearestPoint } from './nearest.ts';
import { TurnButtons } from './TurnButtons.tsx';
import { REACH, useGestures } from './useGestures.ts';

/** The names of the classes need so many units of the drawing. */
const ROOM_FOR_NAMES = 16;

interface ScatterProps extends CloudOptions {
  /** What the margin's length is called. */
  readonly marginText: ReadonlySignal<string>;
  setView(change: Partial<LabView>): void;
  /** Told whether there is anything to be seen. */
  readonly isDrawn: Signal<boolean>;
  /** Where what stood here before was pointed at, in units of the drawing. */
  readonly pointed: RefObject<{ readonly x: number; readonly y: number } | undefined>;
}

/** The held-out samples where the network puts them; pointer or keys bring up one of them. */
export default function Scatter(props: ScatterProps) {
  const { lab, data, isolated, setView, isDrawn, pointed, view } = props;
  const plane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const cloud = useCloud(canvas, props);
  const { drawn } = cloud;
  const chosen = useSignal<number | undefined>(undefined);
  const empty = useComputed(() => drawn.value === undefined);
  const piled = useComputed(() => arePiled(drawn.value?.medians ?? [], ROOM_FOR_NAMES));
  useSignalEffect(() => {
    isDrawn.value = !empty.value;
    if (empty.value) chosen.value = undefined;
  });
  usePressElsewhere(plane, () => {
    chosen.value = undefined;
  });
  useSignalEffect(() => {
    if (chosen.value !== undefined || view.value.samplesAs === 'images') lab.wantPictures();
  });

  const labelOf = (point: number) => lab.heldOut.value?.labels[point];
  const isShown = (point: number): boolean =>
    isolated.value === undefined || labelOf(point) === isolated.value;
  useSignalEffect(() => {
    const points = drawn.value?.points;
    if (!points || !pointed.current) return;
    chosen.value = nearestPoint(points, { ...pointed.current, reach: REACH }, isShown);
    pointed.current = undefined;
  });
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
    <div class="lab-plane" ref={plane} data-empty={empty} data-piled={piled}>
      <canvas data-drawing ref={canvas} />
      <CloudLabels {...props} cloud={cloud} place={place} gestures={gestures} />
      {useComputed(
        () => cloud.isSpace.value && <TurnButtons orbit={cloud.orbit} turnTo={setView} />,
      )}
      <DigitCard lab={lab} data={data} chosen={chosen} place={place} />
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  );
}
