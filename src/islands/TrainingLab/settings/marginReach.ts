import { formatNumber } from '#kit/figure/numberFormat.ts';
import { widestSpacing } from '#metric/packing.ts';
import type { TrainingConfig } from '#training/config.ts';
import { distanceOf, marginOf } from '#training/settings/choices.ts';

const WORDS = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const surface = (dims: number) =>
  dims === 2 ? 'a circle' : dims === 3 ? 'a sphere' : `a sphere of ${dims} dimensions`;

/**
 * Why a margin cannot be met between so many classes, in a sentence, or '' when it can: on a circle
 * or a sphere classes block each other's way, on the plane there is always room.
 */
export function marginWarning(config: TrainingConfig, classes: number): string {
  const { normalise, dims } = config;
  const margin = marginOf(config);
  if (!normalise || typeof margin !== 'number') return '';
  const distance = distanceOf(config);
  const chord = widestSpacing(classes, dims);
  const reach = distance.of(chord ** 2);
  if (margin <= reach) return '';
  const count = `${WORDS[classes] ?? classes} classes`;
  const squared = distance.isSquared ? ` (${formatNumber(reach, 3)} squared)` : '';
  return `${count} on ${surface(dims)} are at best ${formatNumber(chord, 3)} apart${squared}: a margin of ${formatNumber(margin)} cannot be met between all of them.`;
}
