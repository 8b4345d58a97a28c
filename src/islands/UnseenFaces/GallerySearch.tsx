import { type ReadonlySignal, useComputed } from '@preact/signals';
import { POPULATIONS } from '#data/faces/population.ts';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { Spoken } from '#kit/figure/Spoken.tsx';
import { GALLERY_RANGE } from './definition.ts';
import type { Asked } from './useNetwork.ts';

interface GallerySearchProps {
  readonly asked: Pick<Asked, 'enrolling' | 'matches' | 'searchGallery'>;
  readonly ready: ReadonlySignal<boolean>;
}

/** Counts with the network itself how many strangers meet a match. */
export function GallerySearch({ asked, ready }: GallerySearchProps) {
  const { enrolling, matches } = asked;
  const isEnrolling = useComputed(() => enrolling.value !== undefined);
  const told = useComputed(() => {
    if (enrolling.value !== undefined)
      return `${enrolling.value.toLocaleString('en')} of ${GALLERY_RANGE.max.toLocaleString('en')} people enrolled`;
    return matches.value ? 'formula: line; measured: dashes' : '';
  });
  return (
    <div class="control gallery-search">
      <ActionButton ready={ready} idle={isEnrolling} act={() => void asked.searchGallery()}>
        Measure with {POPULATIONS.strangers.people} strangers
      </ActionButton>
      <span>{told}</span>
      <Spoken text={told} moving={isEnrolling} />
    </div>
  );
}
