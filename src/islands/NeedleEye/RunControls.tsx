import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Fold } from '#kit/controls/Fold.tsx';
import { type EyeState, isRecorded } from './definition.ts';
import type { EyeRun } from './eyeRun.ts';

interface RunControlsProps {
  readonly state: ReadonlySignal<EyeState>;
  readonly run: EyeRun;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<EyeState>): void;
  /** Back to the start: a run begins. */
  begin(): void;
}

/** The reader's own two runs: begin, pause, stop, and, unfolded, with what. */
export function RunControls({ state, run, ready, set, begin }: RunControlsProps) {
  const { status, isCurrent } = run;
  const isMoving = useComputed(
    () => isCurrent.value && (status.value === 'running' || status.value === 'loading'),
  );
  const goesOn = useComputed(() => isCurrent.value && status.value === 'paused');
  const press = () => {
    if (isMoving.value) run.pause();
    else if (goesOn.value) run.run();
    else begin();
  };
  return (
    <>
      <div class="control buttons">
        <button type="button" disabled={useComputed(() => !ready.value)} onClick={press}>
          {useComputed(() =>
            isMoving.value ? 'Pause training' : goesOn.value ? 'Go on training' : 'Run it yourself',
          )}
        </button>
        <button
          type="button"
          class="quiet"
          hidden={useComputed(() => !isMoving.value && status.value !== 'paused')}
          onClick={run.clear}
        >
          Stop
        </button>
      </div>
      <Fold
        class="eye-fold"
        summary="Dimensions, optimiser, seed"
        opens={useComputed(() => !isRecorded(state.value))}
        load={() => import('./RunSettings.tsx')}
        props={{ state, ready, set }}
      />
    </>
  );
}
