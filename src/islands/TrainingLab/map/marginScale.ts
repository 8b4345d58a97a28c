import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { TrainingConfig } from '#training/config.ts';
import { distanceOf, marginOf } from '#training/settings/choices.ts';

/** The margin as a length on the plane, its square root when distances are squared; 1 where there is none. */
export function marginLength(config: TrainingConfig): number {
  const margin = marginOf(config);
  return typeof margin === 'number' ? distanceOf(config).toLength(margin) : 1;
}

/** That length in words, for the scale bar. */
export function marginText(config: TrainingConfig): string {
  const margin = marginOf(config);
  if (typeof margin !== 'number') return 'length 1';
  const length = formatNumber(marginLength(config));
  return distanceOf(config).isSquared
    ? `√margin = √${formatNumber(margin)} = ${length}`
    : `margin ${length}`;
}
