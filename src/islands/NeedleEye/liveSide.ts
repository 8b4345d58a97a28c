import type { CurvePoint } from '#kit/charts/curve.ts';
import { cloudRadius } from '#metric/evaluation/cloudRadius.ts';
import type { Frame } from '#training/run/frames.ts';
import type { Run } from '#training/run/run.ts';
import { overBatches, type Side } from './side.ts';

const measured = new WeakMap<Frame, number>();

/** The radius of the cloud of a frame, measured once. */
function sizeOf(frame: Frame, rows: number): number {
  const { embedding } = frame;
  const size =
    measured.get(frame) ?? cloudRadius({ values: embedding, rows, dims: embedding.length / rows });
  measured.set(frame, size);
  return size;
}

/**
 * The curves of a run that is trained here, as far as it has come. Its size is that of each picture,
 * which come oftener than it is judged.
 */
export function liveSide({
  history,
  frames,
  heldOut,
}: Pick<Run, 'history' | 'frames' | 'heldOut'>): Side {
  // A step measures its batch before it moves anything: it belongs to the steps done before.
  const forces = history.steps.flatMap(({ step, force }) =>
    force ? [{ step: step - 1, ...force }] : [],
  );
  const curve = (key: 'orderRatio' | 'shrinkShare'): readonly CurvePoint[] =>
    overBatches(forces.map((force) => ({ step: force.step, value: force[key] })));
  const rows = heldOut?.labels.length ?? 0;
  return {
    sizes: frames.map((frame) => ({ step: frame.step, value: sizeOf(frame, rows) })),
    ratios: curve('orderRatio'),
    shares: curve('shrinkShare'),
    accuracies: history.evaluations.map(({ step, knnAccuracy }) => ({ step, value: knnAccuracy })),
  };
}
