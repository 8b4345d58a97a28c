import { onCircle } from './circle.ts';
import { plane } from './definition.ts';
import type { Arc } from './regions.ts';

/** Where an angle is on the drawing, at a distance from its middle. */
export const pixelsAt = (angle: number, radius = 1) => plane.toPixels(onCircle(angle, radius));

export const MIDDLE = plane.toPixels({ x: 0, y: 0 });

export const spell = ({ x, y }: { readonly x: number; readonly y: number }) =>
  `${x.toFixed(2)},${y.toFixed(2)}`;

/** Along a circle from one angle to another, counter-clockwise where it is beyond the first. */
export function arcPath({ from, to }: Arc, radius: number): string {
  const isLarge = Math.abs(to - from) > Math.PI ? 1 : 0;
  const sweep = to > from ? 0 : 1;
  const r = (radius * plane.unit).toFixed(2);
  return `M${spell(pixelsAt(from, radius))}A${r} ${r} 0 ${isLarge} ${sweep} ${spell(pixelsAt(to, radius))}`;
}
