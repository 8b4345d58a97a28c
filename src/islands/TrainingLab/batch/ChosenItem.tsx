import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { DataSource } from '#data/sources/registry.ts';
import type { LossItem, LossItems } from '#metric/losses/items.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { RolePictures } from './RolePictures.tsx';
import { StandingTable } from './StandingTable.tsx';
import { standingOf } from './standing.ts';

interface ChosenItemProps {
  readonly batch: ReadonlySignal<InspectedBatch | undefined>;
  readonly item: ReadonlySignal<LossItem | undefined>;
  readonly data: ReadonlySignal<DataSource>;
  /** What the items of the loss are called. */
  readonly about: ReadonlySignal<LossItems>;
}

/** One triplet or pair in full: its pictures, distances, loss and gradient, before and after the step. */
export function ChosenItem({ batch, item, data, about }: ChosenItemProps) {
  const standing = (when: 'before' | 'after') =>
    useComputed(() => batch.value && item.value && standingOf(batch.value, item.value.rows, when));
  const before = standing('before');
  const after = standing('after');
  return (
    <div class="batch-chosen">
      <RolePictures roles={about.value.roles} batch={batch} item={item} data={data} />
      <StandingTable about={about.value} before={before.value} after={after.value} />
      <p class="number batch-sums">
        {before.value && after.value ? (
          <>
            {before.value.sum}
            <br />
            {after.value.sum}
          </>
        ) : (
          <span class="on-screen">Choose a dot, by pointer or with the arrow keys.</span>
        )}
      </p>
    </div>
  );
}
