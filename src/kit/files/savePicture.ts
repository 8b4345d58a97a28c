import { composeSvg } from './composeSvg.ts';
import { fontFaces } from './fontFaces.ts';
import { saveFile } from './saveFile.ts';

/** Pixels per unit of the drawing: sharp on a projector and in print. */
const SHARPNESS = 2;

const sourceOf = (svg: SVGSVGElement) => new XMLSerializer().serializeToString(svg);

/** Saves what a figure shows as an SVG file. Its text asks for the page's fonts and gets by without. */
export function saveSvg(figure: HTMLElement, fileName: string): void {
  saveFile(sourceOf(composeSvg(figure)), fileName, 'image/svg+xml');
}

/** Saves what a figure shows as a PNG file, in the page's fonts. Throws when it cannot be drawn. */
export async function savePng(figure: HTMLElement, fileName: string): Promise<void> {
  const svg = composeSvg(figure);
  const { width, height } = svg.viewBox.baseVal;
  // An image knows nothing of the page: it must bring its fonts along.
  const style = document.createElementNS(svg.namespaceURI, 'style');
  style.textContent = await fontFaces(svg);
  svg.prepend(style);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sourceOf(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SHARPNESS);
  canvas.height = Math.round(height * SHARPNESS);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new Error('the drawing is too large for a picture in this browser');
  saveFile(blob, fileName, 'image/png');
}
