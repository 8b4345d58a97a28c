import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { DescentHandle } from '../motion/useDescent.ts';
import { ActionButton } from './ActionButton.tsx';

interface DescentControlsProps {
  readonly descent: Pick<DescentHandle, 'oneStep' | 'toggle' | 'running' | 'settled'>;
  readonly ready: ReadonlySignal<boolean>;
  /** Where nothing moves any more: a run from the beginning, for a descent that knows its own. */
  again?(): void;
}

/** One step of gradient descent, or a run of them. */
function DescentControls({ descent, ready, again }: DescentControlsProps) {
  const { running, settled } = descent;
  const idle = useComputed(() => !ready.value || (settled.value && !running.value));
  return (
    <div class="control buttons">
      <ActionButton ready={ready} idle={idle} act={descent.oneStep}>
        One step
      </ActionButton>
      <button
        type="button"
        class="primary"
        aria-disabled={again ? undefined : idle}
        disabled={useComputed(() => !ready.value)}
        onClick={() => (again && idle.value ? again() : descent.toggle())}
      >
        {useComputed(() => (running.value ? 'Pause' : 'Run'))}
      </button>
    </div>
  );
}

interface DescentStripProps extends DescentControlsProps {
  /** The numbers that matter. */
  readonly children: ComponentChildren;
}

/** On the edge of a plane whose points descend: its numbers, and what makes them move. */
export const DescentStrip = ({ children, ...controls }: DescentStripProps) => (
  <div class="figure-strip">
    <p class="read-outs">{children}</p>
    <DescentControls {...controls} />
  </div>
);
