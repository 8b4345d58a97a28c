import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { cutAtLetters } from '../formula/cutAtLetters.ts';
import { CHART_MARGINS, type Chart } from './chart.ts';

/** Sets the variables of a label in the letters of formulas. */
function setLetters(label: Element): void {
  const parts = cutAtLetters(label.textContent).map((part, k) => {
    if (k % 2 === 0) return part;
    const letter = label.ownerDocument.createElementNS(label.namespaceURI, 'tspan');
    letter.setAttribute('class', 'math');
    letter.textContent = part;
    return letter;
  });
  label.replaceChildren(...parts);
}

/**
 * The axes of a chart as SVG markup, by Observable Plot. They do not change, so Plot draws them at
 * build time and stays out of the reader's way; what moves is drawn on top with the chart's scales.
 */
export function renderChartFrame({ size, x, y }: Chart): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { top, right, bottom, left } = CHART_MARGINS;
  const plot = Plot.plot({
    document,
    ...size,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    x: { domain: [...x.domain] },
    y: { domain: [...y.domain] },
    marks: [
      Plot.ruleY([y.domain[0]]),
      Plot.ruleX([x.domain[0]]),
      Plot.axisX({ ticks: x.ticks, tickSize: 4, label: x.label, labelArrow: 'none' }),
      Plot.axisY({ ticks: y.ticks, tickSize: 4, label: y.label, labelArrow: 'none' }),
    ],
  });
  plot.querySelector('style')?.remove();
  // Plot names its marks "rule" and the like: a name that a group without a role must not have.
  for (const group of plot.querySelectorAll('[aria-label]')) {
    group.setAttribute('data-part', group.getAttribute('aria-label') ?? '');
    group.removeAttribute('aria-label');
  }
  for (const label of plot.querySelectorAll('text')) setLetters(label);
  return plot.innerHTML;
}
