import { classDots } from './classDots.ts';
import { classMedians, project } from './embeddingView.ts';
import { DIGITS } from './palette.ts';
import { SIZE } from './scatter.ts';
import { StillClasses } from './StillClasses.tsx';

const WHOLE_VIEW = { x: 0, y: 0, half: 1 };

interface StillPictureProps {
  /** Row-major places, nearly all from -1 to 1. */
  readonly picture: Float32Array;
  readonly labels: Uint8Array;
  readonly label: string;
}

/** Digits at the scale of their cloud, drawn when the page is built. */
export function StillPicture({ picture, labels, label }: StillPictureProps) {
  const places = project(picture, WHOLE_VIEW, SIZE).map(Math.round);
  const medians = classMedians(places, labels, DIGITS.length);
  return (
    <svg data-drawing viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      <StillClasses
        classes={DIGITS.map((digit) => ({
          points: classDots(places, labels, digit),
          median: [...medians.subarray(2 * digit, 2 * digit + 2)],
        }))}
      />
    </svg>
  );
}
