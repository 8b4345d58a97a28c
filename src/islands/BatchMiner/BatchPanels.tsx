import { type ReadonlySignal, type Signal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { type BatchState, PANELS, type Panel } from './batch.ts';

interface BatchPanelsProps {
  readonly state: Signal<BatchState>;
  readonly ready: ReadonlySignal<boolean>;
  readonly panels: Readonly<Record<Panel, ComponentChildren>>;
}

/** Beside the plane: the batch's distances, one triplet, or what became of it all. */
export function BatchPanels({ state, ready, panels }: BatchPanelsProps) {
  const panel = useComputed(() => state.value.panel);
  return (
    <>
      <Segmented
        legend="Beside the plane"
        name="panel"
        options={PANELS}
        value={panel}
        ready={ready}
        set={(value) => {
          state.value = { ...state.value, panel: value };
        }}
      />
      {PANELS.map(({ value }) => (
        <div
          key={value}
          class={`panel panel-${value}`}
          hidden={useComputed(() => panel.value !== value)}
        >
          {panels[value]}
        </div>
      ))}
    </>
  );
}
