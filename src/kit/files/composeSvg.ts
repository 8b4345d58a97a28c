import { tokenColour } from '../figure/theme.ts';
import { closeGaps } from './closeGaps.ts';
import { copyDrawing } from './copyDrawing.ts';
import { seenDrawings } from './seenDrawings.ts';
import { printUnder, type SmallPrint } from './smallPrint.ts';
import { svgElement } from './svgElement.ts';

/** Around the drawings, and at most between them: words beside an axis stand out of their drawing. */
const GAP = 28;
/** The small print has at least so much room. */
const LEAST_WIDTH = 320;

/**
 * What is seen of a figure, where it stands there, in the colours of now, over its small print.
 * Throws when nothing is seen.
 */
export function composeSvg(figure: HTMLElement, print: SmallPrint): SVGSVGElement {
  const drawings = seenDrawings(figure);
  if (drawings.length === 0) throw new Error('nothing is drawn');
  const tops = closeGaps(drawings, GAP);
  const left = Math.min(...drawings.map((drawing) => drawing.left));
  const right = Math.max(...drawings.map((drawing) => drawing.left + drawing.width));
  const bottom = Math.max(...drawings.map(({ height }, k) => tops[k]! + height));
  const inner = Math.max(LEAST_WIDTH, right - left);
  const under = printUnder(figure, print, inner);
  const width = Math.ceil(inner + 2 * GAP);
  const height = Math.ceil(bottom + under.height + 3 * GAP);

  const whole = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(svgElement('rect', { width, height, fill: tokenColour('--paper') }));
  drawings.forEach((drawing, k) => {
    whole.append(copyDrawing(drawing, drawing.left - left + GAP, tops[k]! + GAP));
  });
  under.group.setAttribute('transform', `translate(${GAP} ${bottom + 2 * GAP})`);
  whole.append(under.group);
  return whole;
}
