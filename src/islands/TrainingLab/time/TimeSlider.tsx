import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { createFrameLoop } from '#kit/motion/frameLoop.ts';
import type { Lab } from '../run/lab.ts';
import { replayed } from '#training/run/frames.ts';

/** Back through the embeddings of the run, by hand or as a film, and forth to the present. */
export function TimeSlider({ lab }: { readonly lab: Lab }) {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const { frames, past } = lab;
  const isPlaying = useSignal(false);
  const last = useComputed(
    () => (frames.value.at(-1) ?? lab.history.value.steps.at(-1))?.step ?? 0,
  );
  const step = useComputed(() => past.value ?? last.value);
  const nothing = useComputed(() => frames.value.length < 2);

  useSignalEffect(() => {
    if (!isPlaying.value || !element.current) return;
    const from = past.peek() ?? 0;
    let elapsed = 0;
    const loop = createFrameLoop(element.current, (seconds) => {
      elapsed += seconds;
      const frame = replayed(frames.peek(), from, elapsed);
      lab.lookBack(frame?.step);
      if (!frame) isPlaying.value = false;
    });
    loop.start();
    return loop.stop;
  });

  return (
    <div class="control slider lab-time" ref={element}>
      <ActionButton
        idle={nothing}
        act={() => {
          isPlaying.value = !isPlaying.value;
        }}
      >
        {useComputed(() => (isPlaying.value ? 'Stop' : 'Replay'))}
      </ActionButton>
      <label for={id}>look back to step</label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={step}
        disabled={nothing}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          isPlaying.value = false;
          // At its end the slider goes along with the run again.
          lab.lookBack(valueAsNumber >= last.value ? undefined : valueAsNumber);
        }}
      />
      <output
        aria-live="off"
        for={id}
        class="number"
        data-past={useComputed(() => past.value !== undefined)}
      >
        {step}
      </output>
    </div>
  );
}
