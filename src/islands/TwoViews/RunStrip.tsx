import { useComputed } from '@preact/signals';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import type { ViewControlsProps } from './ViewControls.tsx';
import { STEPS } from './runs.ts';
import type { ViewsRun } from './viewsRun.ts';

interface RunStripProps extends ViewControlsProps {
  readonly run: ViewsRun;
}

/** Begins a run of the reader's own, lets it pause and go on, and shows where in it we are. */
export function RunStrip({ run, state, ready, set }: RunStripProps) {
  const isMoving = useComputed(
    () => run.isCurrent.value && ['running', 'loading'].includes(run.status.value),
  );
  const startOver = () => {
    run.clear();
    set({ step: 0 });
    run.run();
  };
  const press = () => {
    if (isMoving.value) run.pause();
    else if (run.isCurrent.value && run.status.value === 'paused') run.run();
    else startOver();
  };
  const isOff = useComputed(() => !ready.value);
  return (
    <div class="figure-strip">
      <button type="button" class="primary" disabled={isOff} onClick={press}>
        {useComputed(() => (isMoving.value ? 'Pause' : 'Run'))}
      </button>
      <button
        type="button"
        class="quiet"
        hidden={useComputed(() => !run.isCurrent.value)}
        onClick={startOver}
      >
        Start over
      </button>
      <StepSlider
        label="step"
        step={useComputed(() => state.value.step)}
        first={useComputed(() => 0)}
        last={useComputed(() => (run.isCurrent.value ? run.step.value : STEPS))}
        ready={ready}
        set={(step) => set({ step })}
      />
    </div>
  );
}
