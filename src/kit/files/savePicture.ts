import { changedKeys, writeState } from '../figure/urlState.ts';
import type { Settings } from '../figure/settings.ts';
import { composeSvg } from './composeSvg.ts';
import { fontFaces } from './fontFaces.ts';
import { saveFile } from './saveFile.ts';
import { settingsInWords } from './settingsInWords.ts';

/** Pixels per unit of the drawing: sharp on a projector and in print. */
const SHARPNESS = 2;

/** What a picture says of the figure that it shows. */
export interface Pictured<S extends object> {
  readonly name: string;
  readonly settings: Settings<S>;
  readonly state: S;
}

const sourceOf = (svg: SVGSVGElement) => new XMLSerializer().serializeToString(svg);

/** The link in the picture is typed by hand: of the settings it has those that are not as at first. */
const compose = <S extends object>(figure: HTMLElement, { name, settings, state }: Pictured<S>) =>
  composeSvg(figure, {
    settings: settingsInWords(settings, state),
    link: writeState(location.href, name, settings, state, changedKeys(settings, state)),
  });

/** Saves what a figure shows as an SVG file. Its text asks for the page's fonts and gets by without. */
export function saveSvg<S extends object>(figure: HTMLElement, pictured: Pictured<S>): void {
  saveFile(sourceOf(compose(figure, pictured)), `${pictured.name}.svg`, 'image/svg+xml');
}

/** Saves what a figure shows as a PNG file, in the page's fonts. Throws when it cannot be drawn. */
export async function savePng<S extends object>(
  figure: HTMLElement,
  pictured: Pictured<S>,
): Promise<void> {
  const svg = compose(figure, pictured);
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
  saveFile(blob, `${pictured.name}.png`, 'image/png');
}
