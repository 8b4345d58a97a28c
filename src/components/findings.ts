/**
 * What the chapter on mining tells of our own measurements, as it stands in the text. All of it comes
 * from committed files, which `npm run measure` and `npm run record` write.
 */
import baselines from '../../bench/baselines.json';
import collapse from '../../bench/collapse.json';
import { RECORDED } from '#islands/NeedleEye/runs.ts';
import recordedEye from '#islands/NeedleEye/eye.json';
import race from '#islands/StrategyRace/recordedRace.json';

type Run = (typeof collapse.sphere)[number]['runs'][number];

/** The learning rate and optimiser that it shows. */
const SHOWN = 'adam-1e-3';
const LAST_STEP = 1500;
/** A cloud has come back when its radius is more than half of that of a sphere. */
const BACK = 0.5;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;
const two = (value: number) => Number(value.toPrecision(2)).toString();
const fixed = (value: number, digits: number) => value.toFixed(digits);

/** The runs of a configuration under each seed. Throws an error that names what was measured. */
export function runsOf(part: 'sphere' | 'plane' | 'free', id: string): readonly Run[] {
  const all: readonly { readonly id: string; readonly runs: readonly Run[] }[] = collapse[part];
  const found = all.find((each) => each.id === id);
  if (!found) throw new RangeError(`no run "${id}", only ${all.map((each) => each.id).join('; ')}`);
  return found.runs;
}

/** What was measured of a run at a step. Throws an error that names the steps. */
export function at({ points }: Pick<Run, 'points'>, step: number): Run['points'][number] {
  const point = points.find((each) => each.step === step);
  if (!point)
    throw new RangeError(`no step ${step}, only ${points.map((each) => each.step).join(', ')}`);
  return point;
}

/** How many of a configuration's runs have a size again at their end. */
export const cameBack = (runs: readonly Run[], size: number) =>
  runs.filter((run) => at(run, LAST_STEP).spread > size).length;

const shownRun = (distance: 'squared' | 'plain') =>
  runsOf('sphere', `sphere, ${distance}, ${SHOWN}`).find(({ seed }) => seed === RECORDED.seed)!;

/** Of both runs that are shown; one number where they agree. */
const sizesAt50 = [
  ...new Set(
    (['squared', 'plain'] as const)
      .map(shownRun)
      .map((run) => percent(at(run, 50).spread / at(run, 0).spread)),
  ),
];

function eyeOf(distance: 'squared' | 'plain') {
  const runs = runsOf('sphere', `sphere, ${distance}, ${SHOWN}`);
  const run = shownRun(distance);
  const end = at(run, LAST_STEP);
  return {
    share0: fixed(at(run, 0).shrinkShare, 2),
    smallest: two(run.smallest.spread),
    ratio: fixed(end.orderRatio, 2),
    end: two(end.spread),
    knn: fixed(end.knn, 2),
    through: cameBack(runs, BACK),
  };
}

/** Of the runs under gradient descent with momentum, at whatever rate. */
const highestRatio = (distance: 'squared' | 'plain') =>
  fixed(
    Math.max(
      ...collapse.sphere
        .filter(({ id }) => id.startsWith(`sphere, ${distance}, sgd`))
        .flatMap(({ runs }) => runs.map((run) => at(run, LAST_STEP).orderRatio)),
    ),
    2,
  );

/** A cloud that is so many times as large as at its smallest has turned round. */
const TURNED = 2;
/** A k-NN accuracy that no run has that has lost a class. */
const WHOLE = 0.9;

/** In 16 and 32 dimensions without a sphere, where a cloud that has lost classes may grow all the same. */
function freeRuns() {
  const of = (distance: 'squared' | 'plain') =>
    collapse.free.filter(({ id }) => id.includes(distance)).flatMap(({ runs }) => runs);
  const backOf = (distance: 'squared' | 'plain') =>
    of(distance)
      .map((run) => ({ end: at(run, LAST_STEP), smallest: run.smallest.spread }))
      .filter(({ end, smallest }) => end.spread > TURNED * smallest)
      .map(({ end }) => end.knn);
  const back = backOf('plain');
  const lost = back.filter((knn) => knn <= WHOLE);
  return {
    plain: of('plain').length,
    squared: of('squared').length,
    squaredBack: backOf('squared').length,
    back: back.length,
    whole: back.length - lost.length,
    least: fixed(Math.min(...lost), 2),
    most: fixed(Math.max(...lost), 2),
  };
}

/** Batch-hard from scratch on the 32-D sphere, under either distance. */
export const eye = {
  size50: sizesAt50.join(' and '),
  squared: eyeOf('squared'),
  plain: eyeOf('plain'),
  passes: recordedEye.step,
  size: two(recordedEye.plain.spread),
  sgd: { squared: highestRatio('squared'), plain: highestRatio('plain') },
  free: freeRuns(),
};

function semiHardAtLength() {
  const { runs } = collapse.strategies.find(({ id }) => id === 'semi-hard')!;
  const ends = runs.map(({ points }) => points.at(-1)!);
  const best = runs.map(({ points }) => Math.max(...points.map(({ knn }) => knn)));
  return {
    spreadLeast: Math.round(Math.min(...ends.map(({ spread }) => spread))),
    spreadMost: Math.round(Math.max(...ends.map(({ spread }) => spread))),
    best: fixed(Math.min(...best), 2),
    worst: fixed(Math.min(...ends.map(({ knn }) => knn)), 2),
  };
}

/** Semi-hard triplets in a plane without bounds, three runs of 1,200 steps. */
export const semiHardLong = semiHardAtLength();

const hundred = collapse.staleness.find(({ epochLength }) => epochLength === 100)!;
const easyAfter = (steps: number) =>
  percent(hundred.later.find(({ after }) => after === steps)!.easy);
/** Hard triplets chosen for a hundred steps, by a network that has trained for a hundred at least. */
export const staleness = {
  after10: easyAfter(10),
  after25: easyAfter(25),
  after100: easyAfter(100),
};

/** In the order of the recorded race. */
const [, batchHard, semiHard] = race.lanes;
const bestOf = ({ evaluations }: (typeof race.lanes)[number]) =>
  evaluations.reduce((best, each) => (each.knnAccuracy > best.knnAccuracy ? each : best));
const lossAt = (step: number) => batchHard!.loss[step / race.meanOf - 1]!;
const settled = batchHard!.loss.findIndex((loss) => fixed(loss, 3) === '0.500');

/** The race that StrategyRace shows at first. */
export const raced = {
  hardLoss50: fixed(lossAt(50), 3),
  hardLoss: fixed(batchHard!.loss[settled]!, 3),
  hardAt: (settled + 1) * race.meanOf,
  semiSpread0: two(semiHard!.evaluations[0]!.spread),
  semiSpread: two(semiHard!.evaluations.at(-1)!.spread),
  semiBestStep: bestOf(semiHard!).step,
  semiKnn: fixed(semiHard!.evaluations.at(-1)!.knnAccuracy, 2),
};

const axesOf = (count: number) =>
  fixed(baselines.principalAxes.find(({ dims }) => dims === count)!.knn, 2);
const untrainedOf = (count: number) =>
  fixed(
    mean(
      baselines.untrained
        .find(({ dims, normalise }) => dims === count && !normalise)!
        .seeds.map(({ knn }) => knn),
    ),
    2,
  );

/** How well the lab's judge does without any training. */
export const baseline = {
  pixels: fixed(baselines.pixels.knn, 2),
  axes2: axesOf(2),
  axes32: axesOf(32),
  untrained2: untrainedOf(2),
  untrained32: untrainedOf(32),
};
