import type { Plane } from './plane.ts';
import type { Point } from './point.ts';

/**
 * From pointer events to embedding units. Measures the drawing once, when a drag begins, and reads
 * page coordinates, which scrolling leaves alone: so no event of a drag forces a layout.
 */
export function trackPlane(
  svg: SVGSVGElement,
  plane: Plane,
): (event: Pick<MouseEvent, 'pageX' | 'pageY'>) => Point {
  const { left, top, width } = svg.getBoundingClientRect();
  const originX = left + scrollX;
  const originY = top + scrollY;
  const pixels = plane.size / width;
  return ({ pageX, pageY }) =>
    plane.toUnits({ x: (pageX - originX) * pixels, y: (pageY - originY) * pixels });
}
