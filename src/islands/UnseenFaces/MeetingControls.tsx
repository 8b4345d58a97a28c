import { type ReadonlySignal, useComputed } from '@preact/signals';
import { POPULATIONS } from '#data/faces/population.ts';
import type { UnseenState } from './definition.ts';

export interface UnseenControlsProps {
  readonly state: ReadonlySignal<UnseenState>;
  readonly ready: ReadonlySignal<boolean>;
  set(change: Partial<UnseenState>): void;
}

/** Another of the test people; a step that comes by all of them. */
const after = (person: number) => (person + 37) % POPULATIONS.test.people;

/** Somebody who is not enrolled comes. */
export const PresentOther = ({ state, ready, set }: UnseenControlsProps) => (
  <button
    type="button"
    class="primary"
    disabled={useComputed(() => !ready.value)}
    onClick={() => set({ presented: after(state.value.presented) })}
  >
    Present somebody else
  </button>
);

/** Who is enrolled, and who comes. */
export function MeetingControls({ state, ready, set }: UnseenControlsProps) {
  const enrolOther = () => {
    const person = after(state.value.person);
    set({ person, presented: person });
  };
  return (
    <fieldset class="control meet" disabled={useComputed(() => !ready.value)}>
      <legend class="visually-hidden">Who is there</legend>
      <button type="button" onClick={() => set({ presented: state.value.person })}>
        Present the same person
      </button>
      <button type="button" onClick={enrolOther}>
        Enrol someone else
      </button>
    </fieldset>
  );
}
