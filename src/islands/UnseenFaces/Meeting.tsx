import { type ReadonlySignal, useComputed } from '@preact/signals';
import { DistanceLine } from './DistanceLine.tsx';
import type { Compared, Decision, UnseenState } from './definition.ts';
import { Enrolled } from './Enrolled.tsx';
import { FacePicture } from './FacePicture.tsx';
import { presentedDrawing } from './pictures.ts';

interface MeetingProps {
  readonly state: ReadonlySignal<UnseenState>;
  /** Both undefined while there is no answer. */
  readonly compared: ReadonlySignal<Compared | undefined>;
  readonly decision: ReadonlySignal<Decision | undefined>;
}

/** Who is enrolled, who stands before the camera, and what comes of it. */
export function Meeting({ state, compared, decision }: MeetingProps) {
  const drawing = useComputed(() => presentedDrawing(state.value));
  return (
    <div class="meeting">
      <Enrolled state={state} compared={compared} />
      <div class="camera">
        <p class="faces-title" data-drawing>
          Before the camera
        </p>
        <div
          class="frame"
          data-accepted={useComputed(() => decision.value?.accepted)}
          data-right={useComputed(() => decision.value?.right)}
        >
          <FacePicture key="presented" drawing={drawing} label="The presented face" />
        </div>
      </div>
      <DistanceLine decision={decision} />
    </div>
  );
}
