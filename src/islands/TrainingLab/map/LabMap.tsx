import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Lazy } from '#kit/controls/Lazy.tsx';
import { SIZE } from '#kit/scatter/scatter.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import type { CloudSettings } from './useCloudSettings.ts';
import type { LabView } from './labView.ts';
import { planText } from './planText.ts';
import { pointerIn } from './pointerIn.ts';

interface LabMapProps {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly cloud: CloudSettings;
  readonly view: ReadonlySignal<LabView>;
  setView(change: Partial<LabView>): void;
  /** The class that stands out alone. */
  readonly isolated: Signal<number | undefined>;
  /** How a recorded run ended, drawn when the page was built. */
  readonly children?: ComponentChildren;
}

/**
 * Where the held-out samples lie: those of a run, or of the recorded one where it is the same; else
 * what there is to come.
 */
export function LabMap({ lab, config, cloud, view, setView, isolated, children }: LabMapProps) {
  const { isRecording, data } = lab;
  const isDrawn = useSignal(false);
  const isLive = useComputed(
    () => lab.status.value !== 'idle' || lab.shownEmbedding.value !== undefined,
  );
  const still = useStill();
  return (
    <div class="lab-map plane-box">
      <div class="lab-live" hidden={useComputed(() => !isLive.value)}>
        <Lazy
          wanted={isLive}
          load={() => import('./Scatter.tsx')}
          props={{ lab, data, ...cloud, isolated, view, setView, isDrawn, pointed: still.pointed }}
        />
      </div>
      <div
        class="lab-still"
        hidden={useComputed(() => !isRecording.value || isDrawn.value)}
        {...still.gestures}
      >
        {children}
      </div>
      <p
        class="lab-plan"
        hidden={useComputed(() => lab.status.value !== 'idle' || isRecording.value)}
      >
        {useComputed(() => planText(config.value, data.value))}
      </p>
    </div>
  );
}

/** Where the still was pointed at last: what comes in its place answers to that. */
function useStill() {
  const pointed = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const point = (event: PointerEvent) => {
    pointed.current = pointerIn(event, SIZE);
  };
  const gestures = {
    onPointerDown: point,
    onPointerMove: point,
    onPointerLeave({ pointerType }: PointerEvent) {
      if (pointerType === 'mouse') pointed.current = undefined;
    },
  };
  return { pointed, gestures };
}
