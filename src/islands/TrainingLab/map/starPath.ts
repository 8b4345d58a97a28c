/** Of a star with five points, in units of the drawing: its points, and the notches between them. */
const OUTER = 10;
const INNER = 4.4;
const POINTS = 5;

/** A star about a place, one point up. */
export function starPath(x: number, y: number): string {
  const corners = Array.from({ length: 2 * POINTS }, (_, corner) => {
    const radius = corner % 2 === 0 ? OUTER : INNER;
    const angle = (Math.PI * corner) / POINTS;
    return `${(x + radius * Math.sin(angle)).toFixed(1)},${(y - radius * Math.cos(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}
