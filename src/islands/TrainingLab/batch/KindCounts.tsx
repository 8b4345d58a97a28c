import type { ReadonlySignal } from '@preact/signals';
import type { LossItems } from '#metric/losses/items.ts';
import type { Selection } from './items.ts';

interface KindCountsProps {
  readonly about: ReadonlySignal<LossItems>;
  readonly selection: ReadonlySignal<Selection>;
}

/** How many of each kind the miner selected: the legend of the dots. */
export function KindCounts({ about, selection }: KindCountsProps) {
  return (
    <p class="batch-counts">
      {about.value.kinds.map((kind) => {
        const count = selection.value.counts.get(kind);
        return (
          count !== undefined && (
            <span key={kind} data-kind={kind}>
              <i aria-hidden="true" /> {kind} {count.toLocaleString('en')}
            </span>
          )
        );
      })}
    </p>
  );
}
