import { saveFile } from './saveFile.ts';
import { tokenColour } from './theme.ts';

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

const GAP = 24;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Saves what a figure shows (its drawings side by side, in the colours of now) as one SVG file. */
export function downloadSvg(figure: HTMLElement, fileName: string): void {
  const source = new XMLSerializer().serializeToString(composeSvg(figure));
  saveFile(source, fileName, 'image/svg+xml');
}

function composeSvg(figure: HTMLElement): SVGSVGElement {
  const whole = document.createElementNS(NAMESPACE, 'svg');
  const paper = document.createElementNS(NAMESPACE, 'rect');
  whole.append(paper);
  let right = 0;
  let height = 0;
  for (const drawing of figure.querySelectorAll<SVGSVGElement>('svg[data-drawing]')) {
    const box = drawing.viewBox.baseVal;
    const copy = copyWithStyles(drawing);
    copy.setAttribute('x', String(right));
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    const field = drawing.parentElement?.querySelector('canvas');
    if (field) copy.prepend(pictureOf(field, box));
    whole.append(copy);
    right += box.width + GAP;
    height = Math.max(height, box.height);
  }
  const width = right - GAP;
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  paper.setAttribute('width', String(width));
  paper.setAttribute('height', String(height));
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

function pictureOf(canvas: HTMLCanvasElement, box: DOMRect): SVGImageElement {
  const image = document.createElementNS(NAMESPACE, 'image');
  image.setAttribute('href', canvas.toDataURL());
  image.setAttribute('width', String(box.width));
  image.setAttribute('height', String(box.height));
  return image;
}
