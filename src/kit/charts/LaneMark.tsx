import './lanes.css';

/** A piece of the line of a run that goes side by side with others: its colour and its dashes. */
export function LaneMark({ number }: { readonly number: 1 | 2 | 3 | 4 }) {
  return (
    <svg class="lane-mark" data-drawing data-lane={number} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M0,4H28" />
    </svg>
  );
}
