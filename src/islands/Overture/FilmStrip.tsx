import { formatCount, formatPercent } from '#kit/figure/numberFormat.ts';
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Moment } from '#data/recordings/recordingFormat.ts';
import { ChartFrame } from '#kit/charts/ChartFrame.tsx';

interface FilmStripProps {
  readonly landmarks: readonly (Moment & { readonly at: number })[];
  /** One per landmark, drawn on the server; none on the client. */
  readonly drawings: readonly string[];
  readonly ready: ReadonlySignal<boolean>;
  go(at: number): void;
}

/** A few moments of the recording as pictures: they tell its story at a glance, and lead there. */
export function FilmStrip({ landmarks, drawings, ready, go }: FilmStripProps) {
  return (
    <div class="film-strip">
      {landmarks.map(({ at, step, knnAccuracy }, index) => (
        <button
          key={step}
          type="button"
          disabled={useComputed(() => !ready.value)}
          onClick={() => go(at)}
        >
          <svg viewBox="0 0 600 600" aria-hidden="true">
            <ChartFrame markup={drawings[index] ?? ''} />
          </svg>
          <span>step {formatCount(step)}</span> <span>{formatPercent(knnAccuracy, 0)} right</span>
        </button>
      ))}
    </div>
  );
}
