import { lookUp } from '#metric/lookUp.ts';
import { miners } from '#metric/miners/registry.ts';
import { type BatchState, placeOf, plane } from './batch.ts';
import { motions } from './motions.ts';
import { batchQuantities } from './quantities.ts';

/** A run takes sixty of these a second; the single step is larger, to be seen. */
export const RUN_STEP = 0.01;
export const SINGLE_STEP = 0.05;

/** A cloud smaller than this is one point to the eye, and rests as long as it would only shrink. */
const COLLAPSED = 0.004;

/** Why nothing moves any more; undefined while something does. */
export type Rest = 'no loss' | 'collapsed' | 'edge';

/**
 * One step of gradient descent on the mean over the active triplets. A step that would leave the
 * plane is not taken, since to hold single points back would bend the cloud.
 */
export function takeStep(state: BatchState, size: number): BatchState | Rest {
  const { active, radius, scaleDerivative, embeddings, gradient } = batchQuantities(state);
  // A random draw without loss says nothing of the next one.
  const { mayMissByChance } = lookUp(miners, 'miner', state.strategy);
  if (active === 0 && !mayMissByChance) return 'no loss';
  if (radius < COLLAPSED && scaleDerivative >= 0) return 'collapsed';
  const velocity = lookUp(motions, 'motion', state.motion)(embeddings, gradient);
  const points = [...state.points];
  for (let row = 0; row < embeddings.rows; row++) {
    const place = placeOf(state, row);
    const point = points[place]!;
    const x = point.x + size * velocity[2 * row]!;
    const y = point.y + size * velocity[2 * row + 1]!;
    if (Math.max(Math.abs(x), Math.abs(y)) > plane.extent) return 'edge';
    points[place] = { x, y, label: point.label };
  }
  return { ...state, points, step: state.step + 1 };
}

export const restOf = (state: BatchState): Rest | undefined => {
  const next = takeStep(state, RUN_STEP);
  return typeof next === 'string' ? next : undefined;
};
