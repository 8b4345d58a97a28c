import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { type DataSource, isImages } from '#data/sources/registry.ts';
import { SamplePicture } from '../map/SamplePicture.tsx';
import type { LossItem, LossItems } from '#metric/losses/items.ts';
import { type Standing, standingOf } from './standing.ts';

interface ChosenItemProps {
  readonly batch: ReadonlySignal<InspectedBatch | undefined>;
  readonly item: ReadonlySignal<LossItem | undefined>;
  readonly data: ReadonlySignal<DataSource>;
  /** What the items of the loss are called. */
  readonly about: ReadonlySignal<LossItems>;
}

const LARGEST_BYTE = 255;

/** One triplet or pair in full: its pictures, distances, loss and gradient, before and after the step. */
export function ChosenItem({ batch, item, data, about }: ChosenItemProps) {
  const standing = (when: 'before' | 'after') =>
    useComputed(() => batch.value && item.value && standingOf(batch.value, item.value.rows, when));
  const before = standing('before');
  const after = standing('after');
  const row = (name: string, of: (standing: Standing) => string | undefined) => (
    <tr data-row={name}>
      <th scope="row">{name}</th>
      <td class="number">{before.value ? of(before.value) : '–'}</td>
      <td class="number">{after.value ? of(after.value) : '–'}</td>
    </tr>
  );
  const picture = (k: number): Uint8Array | undefined => {
    const shown = item.value?.rows[k];
    if (!batch.value || shown === undefined) return undefined;
    const { inputs, labels } = batch.value;
    const size = inputs.length / labels.length;
    return Uint8Array.from(inputs.subarray(shown * size, (shown + 1) * size), (share) =>
      Math.round(LARGEST_BYTE * Math.min(1, Math.max(0, share))),
    );
  };
  const nameOf = (k: number) => {
    const shown = item.value?.rows[k];
    return shown === undefined ? '' : (data.value.classes[batch.value?.labels[shown] ?? -1] ?? '');
  };

  return (
    <div class="batch-chosen">
      {useComputed(() => (
        <>
          <div class="batch-pictures">
            {about.value.roles.map((role, k) => (
              <figure key={role}>
                {isImages(data.value) && (
                  <SamplePicture
                    pixels={picture(k)}
                    height={data.value.height}
                    width={data.value.width}
                    label={item.value ? `${role}: ${nameOf(k)}` : `no ${role} chosen`}
                  />
                )}
                <figcaption class={role}>
                  {role} <b>{nameOf(k)}</b>
                </figcaption>
              </figure>
            ))}
          </div>
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">before</th>
                <th scope="col">after the step</th>
              </tr>
            </thead>
            <tbody>
              {about.value.facts.map((name, k) => row(name, ({ facts }) => facts[k]))}
              {row('loss', ({ loss }) => formatNumber(loss, 3))}
              {about.value.roles.map((role, k) =>
                row(`gradient at the ${role}`, ({ gradients }) => formatNumber(gradients[k]!, 3)),
              )}
            </tbody>
          </table>
          <p class="number batch-sums">
            {before.value && after.value ? (
              <>
                {before.value.sum}
                <br />
                {after.value.sum}
              </>
            ) : (
              'Choose a dot, by pointer or with the arrow keys.'
            )}
          </p>
        </>
      ))}
    </div>
  );
}
