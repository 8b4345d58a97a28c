/** Drawings of a recording as SVG markup, for the page without scripts, print and the social card. */
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { classDots } from '#kit/scatter/classDots.ts';
import { CLASSES, clarity, type Instant, mediansOf, positionsAt } from './drift.ts';

/** The view in its drawing: a square of this side. */
export const SIDE = 600;

const placeOf = (value: number) => ((value + 1) / 2) * SIDE;
const at = (value: number) => placeOf(value).toFixed(1).replace(/\.0$/, '');

/** A line at each whole unit. */
function gridPath(extent: number): string {
  const whole = Math.floor(extent);
  return Array.from({ length: 2 * whole + 1 }, (_, k) => at((k - whole) / extent))
    .map((x) => `M${x},0V${SIDE}M0,${x}H${SIDE}`)
    .join('');
}

/** The digits as dots, one path a class. */
function dotPaths({ xs, ys }: Instant, labels: Uint8Array): string {
  const places = Array.from(labels).flatMap((_, row) =>
    [xs[row]!, -ys[row]!].map((value) => Math.round(placeOf(value))),
  );
  return Array.from(
    { length: CLASSES },
    (_, digit) =>
      `<path class="still-dots" data-digit="${digit}" d="${classDots(places, labels, digit)}"/>`,
  ).join('');
}

/** An instant of the recording: grid, digits and the names of the classes that stand apart. */
export function drawStill(recording: Recording, instant: number): string {
  const view = positionsAt(recording, instant);
  const medians = mediansOf(view, recording.labels);
  const opacities = clarity(medians);
  const names = medians.map(
    ({ x, y }, digit) =>
      `<text class="class-label" x="${at(x)}" y="${at(-y)}" opacity="${opacities[digit]!.toFixed(2)}">${digit}</text>`,
  );
  const dots = dotPaths(view, recording.labels);
  return `<path class="still-grid" d="${gridPath(view.extent)}"/>${dots}${names.join('')}`;
}

/** In a small drawing fewer digits tell as much. */
const THUMBNAIL_DIGITS = 300;

/** An instant of the recording, small: some of the digits and nothing else. */
export function drawThumbnail(recording: Recording, instant: number): string {
  const labels = recording.labels.subarray(0, THUMBNAIL_DIGITS);
  return dotPaths(positionsAt(recording, instant), labels);
}

/** The accuracy of all moments as a line, from left to right, in a drawing of width 100 and height 1. */
export function drawAccuracy({ moments }: Recording): string {
  const points = moments.map(({ knnAccuracy }, index) => {
    const x = ((100 * index) / (moments.length - 1)).toFixed(2);
    return `${x},${(1 - knnAccuracy).toFixed(3)}`;
  });
  return `<polyline points="${points.join(' ')}"/>`;
}
