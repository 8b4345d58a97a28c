import { GLYPH_SIDE } from '#data/glyphs/glyph.ts';
import { SamplePicture } from '#kit/drawing/SamplePicture.tsx';
import { pathOf, type Sample } from './sample.ts';

/** As the pad has them. */
const [PAPER, INK] = ['#fff', '#000'];

interface SignPictureProps {
  readonly sample: Sample;
  readonly label: string;
}

/** A drawing as it was drawn, ink on paper whatever the theme; a digit as its pixels. */
export function SignPicture({ sample, label }: SignPictureProps) {
  if (!sample.strokes)
    return (
      <SamplePicture
        pixels={sample.pixels()}
        height={GLYPH_SIDE}
        width={GLYPH_SIDE}
        label={label}
      />
    );
  const { d, width, viewBox } = pathOf(sample);
  return (
    <svg class="sign-picture" data-drawing viewBox={viewBox} role="img" aria-label={label}>
      <rect x={-50} y={-50} width={100} height={100} fill={PAPER} />
      <path d={d} stroke={INK} stroke-width={width} />
    </svg>
  );
}
