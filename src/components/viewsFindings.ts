/** What the chapter tells of training without labels, as it stands in the text: from the recorded run. */
import baselines from '../../bench/baselines.json';
import views from '../../bench/views.json';
import references from '#islands/TwoViews/references.json';
import { SENSIBLE, STEPS } from '#islands/TwoViews/runs.ts';

const two = (share: number) => share.toFixed(2);

/** At its end; throws where no such run was measured. */
function endOf(id: string) {
  const end = views.runs.find((run) => run.id === id)?.seeds[0]?.points.at(-1);
  if (!end) throw new RangeError(`no run "${id}" in bench/views.json`);
  return end;
}

/** The run that TwoViews shows at first, beside raw pixels and the untrained network. */
export const withoutLabels = {
  steps: STEPS,
  batch: SENSIBLE.p,
  pixels: two(references.pixels.few[10]),
  untrained: two(references.untrained.few[10]),
  trained: two(references.end.few[10]),
  pixelsAll: two(baselines.pixels.knnByTraining),
  undistorted: two(endOf('none').few[10]),
  falseNegatives: two(references.falseNegatives),
};
