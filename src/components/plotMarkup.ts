import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Wide: for a column of text. Narrow: for a phone. */
export type Layout = 'wide' | 'narrow';

/** What Observable Plot draws, as the content of an SVG element: at build time, in colours of the theme. */
export function plotMarkup(options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const plot = Plot.plot({ ...options, document });
  plot.querySelector('style')?.remove();
  // Plot names its marks "bar" and the like: what they say stands in the label of the whole.
  for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  // Both are what Plot sets on the element whose content this is.
  return `<g fill="currentColor" text-anchor="middle">${plot.innerHTML}</g>`;
}
