import type { DistanceName } from '#metric/distances/registry.ts';
import type { ReducerName } from '#metric/reducers/registry.ts';
import type { Embeddings } from '#metric/embeddings.ts';

/** The judge's own words for the choices of a triplet loss over every valid triplet. */
export interface ThreeLoopsConfig {
  readonly distance: DistanceName;
  readonly margin: number | 'soft';
  readonly reducer: ReducerName;
}

export interface ThreeLoopsResult {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly valid: number;
  readonly active: number;
  readonly zones: { readonly easy: number; readonly semiHard: number; readonly hard: number };
}

/**
 * Batch-all triplet loss and gradient, as plainly as it can be written: a loop over anchors, over
 * positives, over negatives, and every triplet on its own. Shares no code with what it judges.
 */
export function threeLoops(
  { values, rows, dims }: Embeddings,
  labels: ArrayLike<number>,
  { distance, margin, reducer }: ThreeLoopsConfig,
): ThreeLoopsResult {
  const squared = distance === 'squared';
  const measured = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      let sum = 0;
      for (let d = 0; d < dims; d++) sum += (values[i * dims + d]! - values[j * dims + d]!) ** 2;
      measured[i * rows + j] = squared ? sum : Math.sqrt(sum);
    }

  const gradient = new Float64Array(rows * dims);
  const zones = { easy: 0, semiHard: 0, hard: 0 };
  let sum = 0;
  let valid = 0;
  let active = 0;
  for (let a = 0; a < rows; a++)
    for (let p = 0; p < rows; p++) {
      if (p === a || labels[p] !== labels[a]) continue;
      const dAP = measured[a * rows + p]!;
      for (let n = 0; n < rows; n++) {
        if (labels[n] === labels[a]) continue;
        const dAN = measured[a * rows + n]!;
        valid++;
        if (margin !== 'soft') {
          if (dAN - dAP >= margin) zones.easy++;
          else if (dAN <= dAP) zones.hard++;
          else zones.semiHard++;
        }
        const excess = dAP - dAN + (margin === 'soft' ? 0 : margin);
        // A sum with 1 would round to 0 what an easy triplet of a wide batch still costs.
        const loss = margin === 'soft' ? Math.log1p(Math.exp(excess)) : Math.max(0, excess);
        if (loss === 0) continue;
        active++;
        sum += loss;
        const weight = margin === 'soft' ? 1 / (1 + Math.exp(-excess)) : 1;
        const slopeP = weight * (squared ? 2 : dAP === 0 ? 0 : 1 / dAP);
        const slopeN = weight * (squared ? 2 : dAN === 0 ? 0 : 1 / dAN);
        for (let d = 0; d < dims; d++) {
          const towardsP = slopeP * (values[a * dims + d]! - values[p * dims + d]!);
          const towardsN = slopeN * (values[a * dims + d]! - values[n * dims + d]!);
          gradient[a * dims + d]! += towardsP - towardsN;
          gradient[p * dims + d]! -= towardsP;
          gradient[n * dims + d]! += towardsN;
        }
      }
    }

  const divisor = { mean: valid, 'mean-nonzero': active, sum: 1 }[reducer] || 1;
  return {
    loss: sum / divisor,
    gradient: gradient.map((value) => value / divisor),
    valid,
    active,
    zones,
  };
}
