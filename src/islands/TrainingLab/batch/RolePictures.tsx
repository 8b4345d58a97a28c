import type { ReadonlySignal } from '@preact/signals';
import { type DataSource, isImages } from '#data/sources/registry.ts';
import type { LossItem } from '#metric/losses/items.ts';
import type { InspectedBatch } from '#training/inspectedBatch.ts';
import { SamplePicture } from '#kit/drawing/SamplePicture.tsx';

const LARGEST_BYTE = 255;

/** The input of a row of a batch as bytes from 0 (paper) to 255 (ink). */
function pixelsOf({ inputs, labels }: InspectedBatch, row: number): Uint8Array {
  const size = inputs.length / labels.length;
  return Uint8Array.from(inputs.subarray(row * size, (row + 1) * size), (share) =>
    Math.round(LARGEST_BYTE * Math.min(1, Math.max(0, share))),
  );
}

interface RolePicturesProps {
  /** What the samples of an item are: anchor, positive, negative. */
  readonly roles: readonly string[];
  readonly batch: ReadonlySignal<InspectedBatch | undefined>;
  readonly item: ReadonlySignal<LossItem | undefined>;
  readonly data: ReadonlySignal<DataSource>;
}

/** The samples of a triplet or pair: their pictures, where they have any, and their classes. */
export function RolePictures({ roles, batch, item, data }: RolePicturesProps) {
  const { height, width, classes } = data.value;
  const nameOf = (row: number) => classes[batch.value!.labels[row]!] ?? '';
  return (
    <div class="batch-pictures">
      {roles.map((role, k) => {
        const row = batch.value && item.value?.rows[k];
        const isChosen = row !== undefined;
        return (
          <figure key={role}>
            {isImages(data.value) && (
              <SamplePicture
                pixels={isChosen ? pixelsOf(batch.value!, row) : undefined}
                height={height}
                width={width}
                label={isChosen ? `${role}: ${nameOf(row)}` : `no ${role} chosen`}
              />
            )}
            <figcaption class={role}>
              {role} <b>{isChosen && nameOf(row)}</b>
            </figcaption>
          </figure>
        );
      })}
    </div>
  );
}
