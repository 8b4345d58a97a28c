import type { Descent } from '#kit/motion/useDescent.ts';
import { lookUp } from '#metric/lookUp.ts';
import { miners } from '#metric/miners/registry.ts';
import { type BatchState, placeOf, plane } from './batch.ts';
import { motions } from './motions.ts';
import type { BatchQuantities } from './quantities.ts';

const RUN_STEP = 0.01;

/** A cloud smaller than this is one point to the eye, and rests as long as it would only shrink. */
const COLLAPSED = 0.004;

/** Why nothing moves any more; undefined while something does. */
export type Rest = 'no loss' | 'collapsed' | 'edge';

/**
 * One step of gradient descent on the mean over the active triplets. A step that would leave the
 * plane is not taken, since to hold single points back would bend the cloud.
 */
export function takeStep(
  state: BatchState,
  { active, radius, scaleDerivative, embeddings, gradient }: BatchQuantities,
  size: number,
): BatchState | Rest {
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

/** Why a run would change nothing, if so. */
export const restOf = (state: BatchState, quantities: BatchQuantities): Rest | undefined => {
  const next = takeStep(state, quantities, RUN_STEP);
  return typeof next === 'string' ? next : undefined;
};

export const descent: Descent<BatchState, BatchQuantities> = {
  stepSize: 0.05,
  runStepSize: RUN_STEP,
  // Enough for a cloud to collapse or to recover.
  mostSteps: 600,
  step(state, quantities, size) {
    const next = takeStep(state, quantities, size);
    return typeof next === 'string' ? state : next;
  },
};
