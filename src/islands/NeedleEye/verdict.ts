import { formatCount, formatNumber } from '#kit/figure/numberFormat.ts';
import type { Reading } from './side.ts';

/** A fresh cloud's radius is about a half: a fifth of that is small. */
export const isSmall = (size: number): boolean => size < 0.1;

/** A size over several powers of ten, to two figures. */
export const sizeText = (size: number): string =>
  formatNumber(size, Math.max(0, 1 - Math.floor(Math.log10(size || 1))));

/** Where a run is on its way: what has become of its size and of its order. */
function whereabouts(name: string, { spread, ratio, shrinkShare }: Reading): string | undefined {
  if (spread === undefined || ratio === undefined) return undefined;
  const size = sizeText(spread);
  const order = `(ratio ${formatNumber(ratio)})`;
  if (ratio >= 1)
    return isSmall(spread)
      ? `${name} has its order right ${order} while its size is only ${size}`
      : `${name} is through: its order is right ${order} at a size of ${size}`;
  if (isSmall(spread)) return `${name} is down to ${size} with its order still wrong ${order}`;
  const way = (shrinkShare ?? 0) > 0 ? 'shrinks' : 'grows';
  return `${name} has its order wrong ${order} and ${way}, at a size of ${size}`;
}

/** What the shown step says of both runs, in a sentence; '' while nothing is known of them. */
export function verdictOf(quantities: {
  readonly step: number;
  readonly squared: Reading;
  readonly plain: Reading;
}): string {
  const said = (['plain', 'squared'] as const).flatMap(
    (distance) => whereabouts(distance, quantities[distance]) ?? [],
  );
  if (said.length === 0) return '';
  return `Step ${formatCount(quantities.step)}: ${said.join('; ')}.`;
}

/** What the force does to the cloud's size, in a word. */
export function needleWord(shrinkShare: number | undefined): string {
  if (shrinkShare === undefined) return '';
  const shown = Number(shrinkShare.toFixed(2));
  if (shown === 0) return 'keeps its size';
  return shown > 0 ? 'shrinks' : 'grows';
}
