import { type ReadonlySignal, type Signal, useComputed, useSignalEffect } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';
import { directionOfKey } from '#kit/plane/arrowKeys.ts';
import { CLASSES, clarity, type Instant, mediansOf } from './drift.ts';
import { createDriftCanvas, type DriftCanvas } from './driftCanvas.ts';
import type { OvertureState } from './definition.ts';
import type { Verdict } from './neighbours.ts';
import { digitAt, digitBeyond, digitOfClassAt } from './picking.ts';

/** The drawing's side, in its own units. */
const SIDE = 600;
/** A pointer picks the nearest digit within this many pixels; a finger is less exact. */
const REACH = 22;

const LABEL =
  '1,000 handwritten digits in the plane: each of the ten digits has a cluster of its own.';
const LIVE_LABEL =
  '1,000 handwritten digits in the plane. Arrow keys go from digit to digit, the keys 0 to 9 to the middle of a class, Escape leaves.';

const toX = (x: number) => ((x + 1) / 2) * SIDE;
const toY = (y: number) => ((1 - y) / 2) * SIDE;

interface DriftPlaneProps {
  readonly state: ReadonlySignal<OvertureState>;
  readonly recording: ReadonlySignal<Recording | undefined>;
  readonly instant: ReadonlySignal<Instant | undefined>;
  readonly verdict: ReadonlySignal<Verdict | undefined>;
  /** The digit under the pointer or chosen. */
  readonly picked: ReadonlySignal<number | undefined>;
  readonly hovered: Signal<number | undefined>;
  readonly theme: ReadonlySignal<number>;
  /** The end of the recording, drawn on the server; an empty string on the client. */
  readonly still: string;
  choose(digit: OvertureState['digit']): void;
}

/** The plane with its 1,000 digits: a canvas, the classes' names on it, and the picked digit. */
export function DriftPlane(props: DriftPlaneProps) {
  const { state, recording, instant, verdict, picked, hovered, theme, still, choose } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<DriftCanvas>();
  const medians = useComputed(() =>
    recording.value && instant.value ? mediansOf(instant.value, recording.value.labels) : [],
  );
  const opacities = useComputed(() => clarity(medians.value));
  const isLive = useComputed(() => instant.value !== undefined);

  const draw = () => {
    const { only, marks } = state.peek();
    const now = instant.peek();
    if (!now) return;
    const nearest = verdict.peek()?.nearest ?? [];
    drawing.current?.draw(now, { only, marks, picked: picked.peek(), nearest });
  };
  useSignalEffect(() => {
    if (!canvas.current || !recording.value) return;
    drawing.current = createDriftCanvas(canvas.current, recording.value);
    draw();
  });
  useSignalEffect(() => {
    theme.value;
    drawing.current?.forget();
    draw();
  });
  useSignalEffect(() => {
    state.value;
    verdict.value;
    picked.value;
    instant.value;
    draw();
  });
  useEffect(() => {
    if (!canvas.current) return;
    const size = new ResizeObserver(() => {
      drawing.current?.forget();
      draw();
    });
    size.observe(canvas.current);
    return () => size.disconnect();
  }, []);

  const under = (event: TargetedMouseEvent<HTMLDivElement>): number | undefined => {
    if (!instant.value) return undefined;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const at = {
      x: (2 * (event.clientX - left)) / width - 1,
      y: 1 - (2 * (event.clientY - top)) / width,
    };
    return digitAt(instant.value, at, (2 * REACH) / width);
  };
  const hover = (event: TargetedPointerEvent<HTMLDivElement>) => {
    if (event.pointerType === 'mouse') hovered.value = under(event);
  };
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const now = instant.value;
    const labels = recording.value?.labels;
    if (!now || !labels) return;
    const direction = directionOfKey(event.key);
    const from = picked.value;
    const toClass = (digit: number) =>
      digitOfClassAt(now, medians.value[digit]!, labels, digit) ?? 'none';
    if (event.key === 'Escape') choose('none');
    else if (/^\d$/.test(event.key)) choose(toClass(Number(event.key)));
    else if (direction && from === undefined) choose(toClass(0));
    else if (direction && from !== undefined) choose(digitBeyond(now, from, direction) ?? from);
    else return;
    hovered.value = undefined;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a signal.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is a signal.
    <div
      class="drift"
      data-live={isLive}
      role={useComputed(() => (isLive.value ? 'application' : 'img'))}
      aria-label={useComputed(() => (isLive.value ? LIVE_LABEL : LABEL))}
      tabIndex={useComputed(() => (isLive.value ? 0 : undefined))}
      onPointerMove={hover}
      onPointerLeave={() => {
        hovered.value = undefined;
      }}
      onClick={(event) => choose(under(event) ?? 'none')}
      onKeyDown={press}
    >
      <canvas ref={canvas} />
      <svg class="plane" data-drawing viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        <g class="still">
          <ChartFrame markup={still} />
        </g>
        <g class="class-labels">
          {Array.from({ length: CLASSES }, (_, digit) => {
            const opacity = useComputed(() => {
              const { only } = state.value;
              const shown = only === 'all' || only === digit;
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
        <PickedMark instant={instant} picked={picked} />
      </svg>
    </div>
  );
}

interface PickedMarkProps {
  readonly instant: ReadonlySignal<Instant | undefined>;
  readonly picked: ReadonlySignal<number | undefined>;
}

/** The ring around the picked digit. */
function PickedMark({ instant, picked }: PickedMarkProps) {
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
