import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { onResize } from '#kit/figure/onResize.ts';
import type { OvertureState } from './definition.ts';
import type { Instant } from './drift.ts';
import { DriftCanvas } from './driftCanvas.ts';
import type { Verdict } from './neighbours.ts';

export interface Drift {
  readonly state: ReadonlySignal<OvertureState>;
  readonly recording: ReadonlySignal<Recording | undefined>;
  readonly instant: ReadonlySignal<Instant | undefined>;
  readonly verdict: ReadonlySignal<Verdict | undefined>;
  /** The digit under the pointer or chosen. */
  readonly picked: ReadonlySignal<number | undefined>;
  /** Counts the changes of the theme. */
  readonly theme: ReadonlySignal<number>;
}

/** Keeps the canvas at what is shown, in the theme's colours and at its size. */
export function useDriftCanvas(canvas: RefObject<HTMLCanvasElement>, drift: Drift): void {
  const { state, recording, instant, verdict, picked, theme } = drift;
  const drawing = useRef<DriftCanvas>();
  const draw = () => {
    const { only, marks } = state.peek();
    const now = instant.peek();
    if (!now) return;
    const nearest = verdict.peek()?.nearest ?? [];
    drawing.current?.draw(now, { only, marks, picked: picked.peek(), nearest });
  };
  const drawAnew = () => {
    drawing.current?.forget();
    draw();
  };
  useSignalEffect(() => {
    if (!canvas.current || !recording.value) return;
    drawing.current = new DriftCanvas(canvas.current, recording.value);
    draw();
  });
  useSignalEffect(() => {
    theme.value;
    drawAnew();
  });
  useSignalEffect(() => {
    state.value;
    verdict.value;
    picked.value;
    instant.value;
    draw();
  });
  useEffect(() => {
    const element = canvas.current;
    return element ? onResize(element, drawAnew) : undefined;
  }, []);
}
