import type { Curve, Point } from './curve.ts';
import type { Drawing } from './drawing/sketch.ts';

const INK = [38, 32, 36] as const;
const PAPER = [255, 248, 236] as const;

/** A tone as a colour between warm ink and warm paper. */
const colour = (tone: number): string =>
  `rgb(${INK.map((ink, i) => Math.round(ink + tone * (PAPER[i]! - ink))).join(' ')})`;

const write = ([x, y]: Point): string => `${x.toFixed(3)} ${y.toFixed(3)}`;
const pathOf = ({ start, pieces, closed }: Curve): string =>
  `M${write(start)}${pieces.map((piece) => `C${piece.map(write).join(' ')}`).join('')}${closed ? 'Z' : ''}`;

/**
 * What an <svg viewBox="-1 -1 2 2"> holds to show a drawing. `id` names its gradient: one for each
 * drawing on a page.
 */
export function faceSvg({ background, shapes, light }: Drawing, id: string): string {
  const [x, y] = [Math.cos(light.angle), Math.sin(light.angle)];
  const line = `x1="${-x}" y1="${-y}" x2="${x}" y2="${y}"`;
  const stop = (offset: number, tone: string, opacity: number) =>
    `<stop offset="${offset}" stop-color="${tone}" stop-opacity="${opacity}"/>`;
  const marks = shapes.map(({ curve, fill, stroke }) => {
    const paint = fill === undefined ? 'none' : colour(fill);
    const pen = stroke
      ? ` stroke="${colour(stroke.tone)}" stroke-width="${stroke.width}" stroke-linecap="round" stroke-linejoin="round"`
      : '';
    return `<path d="${pathOf(curve)}" fill="${paint}"${pen}/>`;
  });
  return [
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${line}>`,
    stop(0, colour(0), light.strength),
    stop(0.5, colour(0), 0),
    stop(0.5, colour(1), 0),
    stop(1, colour(1), light.strength),
    '</linearGradient>',
    `<rect x="-1" y="-1" width="2" height="2" fill="${colour(background)}"/>`,
    ...marks,
    `<rect x="-1" y="-1" width="2" height="2" fill="url(#${id})"/>`,
  ].join('');
}
