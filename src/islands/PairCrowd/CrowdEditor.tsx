import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { type CrowdState, edits, FEWEST, LABELS, MOST } from './definition.ts';

interface CrowdEditorProps {
  readonly state: Signal<CrowdState>;
  readonly selected: Signal<number | undefined>;
  readonly ready: ReadonlySignal<boolean>;
  onRemove(index: number): void;
}

/** Changes the class of the selected point, takes it away, or adds one. */
export function CrowdEditor({ state, selected, ready, onRemove }: CrowdEditorProps) {
  const brush = useSignal<number>(LABELS[0]);
  const count = useComputed(() => state.value.points.length);
  const point = useComputed(() => state.value.points[selected.value ?? -1]);
  const label = useComputed(() => point.value?.label ?? brush.value);
  const choose = (value: number) => {
    brush.value = value;
    if (selected.value !== undefined && point.value)
      state.value = edits.relabel(state.value, selected.value, value);
  };
  const isFull = useComputed(() => count.value >= MOST);
  const isFixed = useComputed(() => !point.value || count.value <= FEWEST);
  const addPoint = () => {
    state.value = edits.add(state.value, label.value);
    selected.value = count.value - 1;
  };
  const removePoint = () => {
    if (selected.value !== undefined) onRemove(selected.value);
  };
  const disabled = useComputed(() => !ready.value);
  const whose = useComputed(() =>
    point.value ? `point ${(selected.value ?? 0) + 1} is a` : 'a new point is a',
  );
  return (
    <>
      <ClassChoice whose={whose} label={label} disabled={disabled} choose={choose} />
      <div class="control buttons">
        <ActionButton ready={ready} idle={isFull} act={addPoint}>
          Add a point
        </ActionButton>
        <ActionButton ready={ready} idle={isFixed} act={removePoint}>
          Remove it
        </ActionButton>
        <span class="read-out">
          <span class="number" data-quantity="points" data-value={count}>
            {count}
          </span>{' '}
          points
        </span>
      </div>
    </>
  );
}

interface ClassChoiceProps {
  readonly whose: ReadonlySignal<string>;
  readonly label: ReadonlySignal<number>;
  readonly disabled: ReadonlySignal<boolean>;
  choose(label: number): void;
}

/** The class of the selected point, or of the next one. */
function ClassChoice({ whose, label, disabled, choose }: ClassChoiceProps) {
  const group = useId();
  return (
    <fieldset class="control segmented classes" disabled={disabled}>
      <legend class="visually-hidden">Class of the selected point</legend>
      <span class="editor-label" aria-hidden="true">
        {whose}
      </span>
      {LABELS.map((option) => (
        <label key={option} class="segment" data-class={option}>
          <input
            class="segment-input"
            type="radio"
            name={group}
            value={option}
            checked={useComputed(() => label.value === option)}
            onChange={() => choose(option)}
          />
          <span class="segment-label">{option}</span>
        </label>
      ))}
    </fieldset>
  );
}
