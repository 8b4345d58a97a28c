import { tokenColour } from '../figure/theme.ts';

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
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;

/** Around and between the drawings. */
const GAP = 28;
/** A row is no wider than this, or has one drawing only. */
const WIDEST = 1200;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** What a figure shows, its drawings in rows, in the colours of now, as one SVG. */
export function composeSvg(figure: HTMLElement): SVGSVGElement {
  const whole = document.createElementNS(NAMESPACE, 'svg');
  const paper = document.createElementNS(NAMESPACE, 'rect');
  whole.append(paper);
  // Words beside an axis stand out of their drawing: the gap around it has room for them.
  let x = GAP;
  let y = GAP;
  let rowHeight = 0;
  let width = 0;
  for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg[data-drawing]')) {
    const box = drawing.viewBox.baseVal;
    if (x > GAP && x + box.width + GAP > WIDEST) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const copy = copyWithStyles(drawing);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(y));
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    copy.setAttribute('overflow', getComputedStyle(drawing).overflow);
    const field = drawing.parentElement?.querySelector('canvas');
    if (field) copy.prepend(pictureOf(field, box));
    whole.append(copy);
    const title = drawing.dataset['title'];
    if (title) whole.append(titleOf(title, drawing, x, y));
    x += box.width + GAP;
    rowHeight = Math.max(rowHeight, box.height);
    width = Math.max(width, x);
  }
  const height = y + rowHeight + GAP;
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  for (const element of [whole, paper]) {
    element.setAttribute('width', String(width));
    element.setAttribute('height', String(height));
  }
  paper.setAttribute('fill', tokenColour('--paper'));
  return whole;
}

function copyWithStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>('*');
  drawing.querySelectorAll('*').forEach((element, k) => {
    const styles = getComputedStyle(element);
    for (const name of STYLES) copies[k]?.style.setProperty(name, styles.getPropertyValue(name));
  });
  return copy;
}

/** What the page writes over a drawing to tell it from its neighbour, in the gap above it. */
function titleOf(title: string, drawing: SVGSVGElement, x: number, y: number): SVGTextElement {
  const text = document.createElementNS(NAMESPACE, 'text');
  text.textContent = title;
  text.setAttribute('x', String(x));
  text.setAttribute('y', String(y - GAP / 3));
  text.setAttribute('fill', tokenColour('--ink'));
  text.style.setProperty('font-family', getComputedStyle(drawing).fontFamily);
  text.style.setProperty('font-size', '14px');
  text.style.setProperty('font-weight', '600');
  return text;
}

function pictureOf(canvas: HTMLCanvasElement, box: DOMRect): SVGImageElement {
  const image = document.createElementNS(NAMESPACE, 'image');
  image.setAttribute('href', canvas.toDataURL());
  image.setAttribute('width', String(box.width));
  image.setAttribute('height', String(box.height));
  return image;
}
