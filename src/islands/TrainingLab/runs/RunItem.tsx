import { formatPercent } from '#kit/figure/numberFormat.ts';
import type { PastRun } from './pastRun.ts';
import { Thumbnail } from './Thumbnail.tsx';

interface RunItemProps {
  readonly run: PastRun;
  /** Its place among the compared runs, or -1. */
  readonly look: number;
  readonly isFull: boolean;
  compare(isCompared: boolean): void;
  rename(name: string): void;
  remove(): void;
  takeUp(): void;
}

const when = (time: number) =>
  new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

/** One past run: where it ended, its name, and what can be done with it. */
export function RunItem({ run, look, isFull, compare, rename, remove, takeUp }: RunItemProps) {
  const { name, savedAt, history } = run;
  const steps = history.steps.at(-1)?.step ?? 0;
  const accuracy = history.evaluations.at(-1)?.knnAccuracy;
  return (
    <li class="past-run" data-run={run.id}>
      <Thumbnail run={run} />
      <div>
        <input
          class="field"
          aria-label={`Name of the run ${name}`}
          value={name}
          onChange={({ currentTarget }) => {
            const given = currentTarget.value.trim();
            if (given) rename(given);
            else currentTarget.value = name;
          }}
        />
        <p class="number">
          {`${steps.toLocaleString('en')} steps, k-NN accuracy ${accuracy === undefined ? 'unknown' : formatPercent(accuracy)}, ${when(savedAt)}`}
        </p>
        <div class="control">
          <label class="past-run-compare" data-look={look}>
            <input
              type="checkbox"
              checked={look >= 0}
              disabled={look < 0 && isFull}
              onChange={({ currentTarget }) => compare(currentTarget.checked)}
            />
            compare
          </label>
          <button type="button" class="quiet" onClick={takeUp}>
            Use its settings
          </button>
          <button type="button" class="quiet" aria-label={`Delete ${name}`} onClick={remove}>
            Delete
          </button>
        </div>
      </div>
    </li>
  );
}
