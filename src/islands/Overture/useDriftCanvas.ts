import { type ReadonlySignal, untracked, useComputed, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
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
  const drawing = useComputed(() => {
    // The colours of a theme are read once.
    theme.value;
    const [element, drawn] = [canvas.current, recording.value];
    return element && drawn ? new DriftCanvas(element, drawn) : undefined;
  });
  const draw = () => {
    const { only, marks } = state.value;
    const [now, nearest] = [instant.value, verdict.value?.nearest ?? []];
    if (now) drawing.value?.draw(now, { only, marks, picked: picked.value, nearest });
  };
  const drawAnew = () => {
    if (drawing.peek()?.measureAnew()) untracked(draw);
  };
  useSignalEffect(draw);
  useEffect(() => {
    const element = canvas.current;
    return element ? onResize(element, drawAnew) : undefined;
  }, []);
}
