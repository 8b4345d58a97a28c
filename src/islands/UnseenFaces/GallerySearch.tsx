import { type ReadonlySignal, useComputed } from '@preact/signals';
import { POPULATIONS } from '#data/faces/population.ts';
import { GALLERY_RANGE } from './definition.ts';
import type { Asked } from './useNetwork.ts';

interface GallerySearchProps {
  readonly asked: Pick<Asked, 'enrolling' | 'matches' | 'searchGallery'>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Counts with the network itself how many strangers meet a match. */
export function GallerySearch({ asked, ready }: GallerySearchProps) {
  const { enrolling, matches } = asked;
  const told = useComputed(() => {
    if (enrolling.value !== undefined)
      return `${enrolling.value.toLocaleString('en')} of ${GALLERY_RANGE.max.toLocaleString('en')} people enrolled`;
    return matches.value ? 'formula: line; measured: dashes' : '';
  });
  return (
    <div class="control gallery-search">
      <button
        type="button"
        disabled={useComputed(() => !ready.value || enrolling.value !== undefined)}
        onClick={() => asked.searchGallery()}
      >
        Measure with {POPULATIONS.strangers.people} strangers
      </button>
      <span role="status">{told}</span>
    </div>
  );
}
