import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Lab } from '../lab.ts';

/** Back through the embeddings of the run, and forth to the present. */
export function TimeSlider({ lab }: { readonly lab: Lab }) {
  const id = useId();
  const { frames, past } = lab;
  const last = useComputed(() => frames.value.at(-1)?.step ?? 0);
  const step = useComputed(() => past.value ?? last.value);
  return (
    <div class="control slider lab-time">
      <label for={id}>look back to step</label>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={step}
        disabled={useComputed(() => frames.value.length < 2)}
        onInput={({ currentTarget: { valueAsNumber } }) => {
          // At its end the slider goes along with the run again.
          past.value = valueAsNumber >= last.value ? undefined : valueAsNumber;
        }}
      />
      <output for={id} class="number" data-past={useComputed(() => past.value !== undefined)}>
        {step}
      </output>
    </div>
  );
}
