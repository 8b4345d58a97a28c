import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';
import type { Point } from '#kit/plane/point.ts';
import type { OvertureState } from './definition.ts';
import { CLASSES, clarity, mediansOf } from './drift.ts';
import { type Drift, useDriftCanvas } from './useDriftCanvas.ts';
import { usePicking } from './usePicking.ts';

/** The drawing's side, in its own units. */
const SIDE = 600;

const LABEL =
  '1,000 handwritten digits in the plane: each of the ten digits has a cluster of its own.';
const LIVE_LABEL =
  '1,000 handwritten digits in the plane. Arrow keys go from digit to digit, the keys 0 to 9 to the middle of a class, Escape leaves.';

const toX = (x: number) => ((x + 1) / 2) * SIDE;
const toY = (y: number) => ((1 - y) / 2) * SIDE;

interface DriftPlaneProps {
  readonly drift: Drift;
  readonly hovered: Signal<number | undefined>;
  /** The end of the recording, drawn on the server; an empty string on the client. */
  readonly still: string;
  choose(digit: OvertureState['digit']): void;
}

/** The plane with its 1,000 digits: a canvas, the classes' names on it, and the picked digit. */
export function DriftPlane({ drift, hovered, still, choose }: DriftPlaneProps) {
  const { state, recording, instant, picked } = drift;
  const canvas = useRef<HTMLCanvasElement>(null);
  useDriftCanvas(canvas, drift);
  const medians = useComputed(() =>
    recording.value && instant.value ? mediansOf(instant.value, recording.value.labels) : [],
  );
  const listeners = usePicking({ recording, instant, picked, medians, hovered, choose });
  const isLive = useComputed(() => instant.value !== undefined);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is a signal.
    <div
      class="drift"
      data-live={isLive}
      role={useComputed(() => (isLive.value ? 'application' : 'img'))}
      aria-label={useComputed(() => (isLive.value ? LIVE_LABEL : LABEL))}
      tabIndex={useComputed(() => (isLive.value ? 0 : undefined))}
      {...listeners}
    >
      <canvas data-drawing ref={canvas} />
      <svg class="plane" data-drawing viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        <g class="still">
          <ChartFrame markup={still} />
        </g>
        <ClassLabels medians={medians} only={useComputed(() => state.value.only)} />
        <PickedMark instant={instant} picked={picked} />
      </svg>
    </div>
  );
}

interface ClassLabelsProps {
  readonly medians: ReadonlySignal<readonly Point[]>;
  readonly only: ReadonlySignal<OvertureState['only']>;
}

/** The name of each class at its median, as clearly as the class stands apart. */
function ClassLabels({ medians, only }: ClassLabelsProps) {
  const opacities = useComputed(() => clarity(medians.value));
  return (
    <g class="class-labels">
      {Array.from({ length: CLASSES }, (_, digit) => {
        const opacity = useComputed(() => {
          const shown = only.value === 'all' || only.value === digit;
          return shown ? (opacities.value[digit] ?? 0).toFixed(2) : 0;
        });
        return (
          // The opacity of the text as a whole would make of each label a layer of its own.
          <text
            key={digit}
            class="class-label"
            x={useComputed(() => toX(medians.value[digit]?.x ?? 0).toFixed(1))}
            y={useComputed(() => toY(medians.value[digit]?.y ?? 0).toFixed(1))}
            fill-opacity={opacity}
            stroke-opacity={opacity}
          >
            {digit}
          </text>
        );
      })}
    </g>
  );
}

/** The ring around the picked digit. */
function PickedMark({ instant, picked }: Pick<Drift, 'instant' | 'picked'>) {
  const place = useComputed(() => {
    if (!instant.value || picked.value === undefined) return undefined;
    const { xs, ys, extent } = instant.value;
    return { x: xs[picked.value]!, y: ys[picked.value]!, extent };
  });
  return (
    <circle
      class="picked"
      data-point="digit"
      data-x={useComputed(() => (place.value ? place.value.x * place.value.extent : undefined))}
      data-y={useComputed(() => (place.value ? place.value.y * place.value.extent : undefined))}
      visibility={useComputed(() => (place.value ? 'visible' : 'hidden'))}
      cx={useComputed(() => toX(place.value?.x ?? 0))}
      cy={useComputed(() => toY(place.value?.y ?? 0))}
      r={10}
    />
  );
}
