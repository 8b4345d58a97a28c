import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import type { OvertureState } from './definition.ts';

const SPEEDS = [
  { value: 0.5, label: '½×' },
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
] as const;

const MARKS = [
  { value: 'dots', label: 'dots' },
  { value: 'handwriting', label: 'handwriting' },
] as const;

interface OvertureControlsProps {
  readonly state: ReadonlySignal<OvertureState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<OvertureState>): void;
}

/** How fast it plays, and what stands for a digit. */
export function OvertureControls({ state, ready, set }: OvertureControlsProps) {
  return (
    <>
      <Segmented
        legend="Speed"
        name="speed"
        options={SPEEDS}
        value={useComputed(() => state.value.speed)}
        ready={ready}
        set={(speed) => set({ speed })}
      />
      <Segmented
        legend="Draw the digits as"
        name="marks"
        options={MARKS}
        value={useComputed(() => state.value.marks)}
        ready={ready}
        set={(marks) => set({ marks })}
      />
    </>
  );
}
