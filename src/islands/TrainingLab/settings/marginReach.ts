import { formatNumber } from '#kit/figure/numberFormat.ts';
import { widestSpacing } from '#metric/packing.ts';
import type { TrainingConfig } from '#training/config.ts';

const WORDS = ['', '', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

const surface = (dims: number) =>
  dims === 2 ? 'a circle' : dims === 3 ? 'a sphere' : `a sphere of ${dims} dimensions`;

/**
 * Why a margin cannot be met between so many classes, in a sentence, or '' when it can: on a circle
 * or a sphere classes block each other's way, on the plane there is always room.
 */
export function marginWarning(config: TrainingConfig, classes: number): string {
  const { normalise, dims, margin, distance, loss, softMargin } = config;
  if (!normalise || (softMargin && loss === 'triplet')) return '';
  const chord = widestSpacing(classes, dims);
  const reach = distance === 'squared' ? chord ** 2 : chord;
  if (margin <= reach) return '';
  const count = `${WORDS[classes] ?? classes} classes`;
  const squared = distance === 'squared' ? ` (${formatNumber(reach, 3)} squared)` : '';
  return `${count} on ${surface(dims)} are at best ${formatNumber(chord, 3)} apart${squared}: a margin of ${formatNumber(margin)} cannot be met between all of them.`;
}
