import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Drawing } from '#data/faces/drawing/sketch.ts';
import { faceSvg } from '#data/faces/faceSvg.ts';

interface FacePictureProps {
  readonly drawing: ReadonlySignal<Drawing>;
  readonly label: string;
}

/** A drawn face. */
export function FacePicture({ drawing, label }: FacePictureProps) {
  const id = useId().replace(/[^\w-]/g, '');
  const markup = useComputed(() => ({ __html: faceSvg(drawing.value, id) }));
  return (
    <svg
      class="face"
      data-drawing
      viewBox="-1 -1 2 2"
      role="img"
      aria-label={label}
      dangerouslySetInnerHTML={markup.value}
    />
  );
}
