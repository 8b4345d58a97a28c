import type { SeenDrawing } from './seenDrawings.ts';
import { svgElement } from './svgElement.ts';
import { wordsOf } from './wordsOf.ts';

/** What a drawing's look depends on; everything else is in its attributes. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'display',
  'clip-path',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** What a drawing shows now, as part of an SVG, at another place than in the window. */
export function copyDrawing(drawing: SeenDrawing, x: number, y: number): SVGElement {
  const { element, left, top, width, height } = drawing;
  const place = { x, y, width, height };
  if (element instanceof SVGSVGElement) return copySvg(element, place);
  if (element instanceof HTMLCanvasElement) return pictureOf(element, place);
  return wordsOf(element, x - left, y - top);
}

type Place = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function copySvg(drawing: SVGSVGElement, place: Place): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute('style');
  for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
  copy.setAttribute('overflow', getComputedStyle(drawing).overflow);
  const copies = [...copy.querySelectorAll<SVGElement>('*')];
  const originals = [...drawing.querySelectorAll('*')];
  // From the inside out: what holds nothing that is seen is not seen either.
  for (let k = originals.length - 1; k >= 0; k--) {
    const styles = getComputedStyle(originals[k]!);
    if (isHidden(copies[k]!, styles)) copies[k]!.remove();
    else
      for (const name of STYLES) copies[k]!.style.setProperty(name, styles.getPropertyValue(name));
  }
  return copy;
}

/** Whether an element shows nothing; what others refer to is there for them. */
function isHidden(copy: SVGElement, { display, visibility }: CSSStyleDeclaration): boolean {
  if (copy.closest('defs')) return false;
  return display === 'none' || (visibility !== 'visible' && !copy.firstElementChild);
}

function pictureOf(canvas: HTMLCanvasElement, place: Place): SVGImageElement {
  const picture = svgElement('image', { ...place, preserveAspectRatio: 'none' });
  picture.setAttribute('href', canvas.toDataURL());
  const { imageRendering, opacity } = getComputedStyle(canvas);
  Object.assign(picture.style, { imageRendering, opacity });
  return picture;
}
