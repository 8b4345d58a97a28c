/** What the chapter tells of training without labels, as it stands in the text: from the recorded run. */
import baselines from '../../bench/baselines.json';
import views from '../../bench/views.json';
import references from '#islands/TwoViews/references.json';
import { SENSIBLE, STEPS } from '#islands/TwoViews/runs.ts';

const two = (share: number) => share.toFixed(2);

/** The ends of a configuration's runs, seed by seed. Throws an error that names what was measured. */
export function endsOf(id: string) {
  const found = views.runs.find((run) => run.id === id);
  if (!found)
    throw new RangeError(`no run "${id}", only ${views.runs.map((run) => run.id).join(', ')}`);
  return found.seeds.map(({ points }) => points.at(-1)!);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const tensOf = (id: string) => endsOf(id).map(({ few }) => few[10]);
const withTen = (id: string) => two(mean(tensOf(id)));
const rangeWithTen = (id: string) =>
  `${two(Math.min(...tensOf(id)))} to ${two(Math.max(...tensOf(id)))}`;

/** The runs that are told of, each as it was measured: one of them, or the mean of several. */
function runsText(...ids: readonly string[]): string {
  const counts = ids.map((id) => endsOf(id).length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least !== most) throw new RangeError(`${ids.join(', ')} have ${counts.join(', ')} seeds`);
  return most === 1 ? 'one run each' : `each the mean of ${most} runs`;
}

/** The run that TwoViews shows at first, beside raw pixels and the untrained network. */
export const withoutLabels = {
  steps: STEPS,
  batch: SENSIBLE.p,
  pixels: two(references.pixels.few[10]),
  untrained: two(references.untrained.few[10]),
  trained: two(references.end.few[10]),
  trainedRange: rangeWithTen('sensible'),
  convolutional: withTen('conv'),
  pixelsAll: two(baselines.pixels.knnByTraining),
  undistorted: withTen('none'),
  anyAngle: withTen('any-angle'),
  smallBatch: withTen('small-batch'),
  runs: runsText('none', 'any-angle', 'small-batch', 'conv'),
  falseNegatives: two(references.falseNegatives),
};

/** VICReg without its variance term, at its end: the standard deviation of a coordinate. */
export const withoutVariance = {
  std: Number(mean(endsOf('no-variance').map(({ std }) => std)).toPrecision(1)).toString(),
};
