import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { GALLERY_RANGE } from './definition.ts';

interface GallerySliderProps {
  readonly gallery: ReadonlySignal<number>;
  readonly ready: ReadonlySignal<boolean>;
  set(people: number): void;
}

const DECADES = Math.log10(GALLERY_RANGE.max);

/** People enrolled, from one to ten thousand: each decade as long as the others. */
export function GallerySlider({ gallery, ready, set }: GallerySliderProps) {
  const id = useId();
  return (
    <div class="control slider" data-role="gallery" data-mark="gallery">
      <label for={id}>people enrolled</label>
      <input
        id={id}
        type="range"
        min={0}
        max={DECADES}
        step={0.01}
        value={useComputed(() => Math.log10(gallery.value))}
        disabled={useComputed(() => !ready.value)}
        aria-valuetext={useComputed(() => `${gallery.value} people`)}
        onInput={(event) => set(Math.round(10 ** event.currentTarget.valueAsNumber))}
      />
      <output aria-live="off" for={id} class="number" data-quantity="gallery" data-value={gallery}>
        {useComputed(() => gallery.value.toLocaleString('en'))}
      </output>
    </div>
  );
}
