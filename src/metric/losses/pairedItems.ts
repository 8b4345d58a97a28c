import type { Batch } from '../batch.ts';
import type { Classes } from '../classes.ts';
import { meanOfPairs, type PairedLoss, type PairedViews } from '../decorrelation/pairedViews.ts';
import type { LossItems } from './items.ts';
import type { EvaluateLoss } from './loss.ts';
import { minesNothing } from './minesNothing.ts';

/** Of each group with two members or more, the first two: the views of a sample. */
const pairsOf = ({ members }: Pick<Classes, 'members'>) =>
  members
    .filter(({ length }) => length > 1)
    .map((rows): readonly [number, number] => [rows[0]!, rows[1]!]);

/** One pair has no spread: it is not summed over. */
const SMALLEST = 2;

function viewsOf({ points, dims, classes }: Batch) {
  const pairs = pairsOf(classes);
  const gather = (view: 0 | 1) => {
    const values = new Float64Array(pairs.length * dims);
    pairs.forEach((pair, at) => {
      values.set(points.subarray(pair[view] * dims, (pair[view] + 1) * dims), at * dims);
    });
    return values;
  };
  const views: PairedViews = { first: gather(0), second: gather(1), rows: pairs.length, dims };
  return { pairs, views };
}

interface LossOfViews<Values> {
  readonly label: string;
  of(views: PairedViews, values: Values): PairedLoss;
  /** How to read the chart of pairs. */
  readonly note: string;
}

function evaluator<Values>({ of }: LossOfViews<Values>, values: Values): EvaluateLoss {
  return (batch) => {
    const { pairs, views } = viewsOf(batch);
    const gradient = new Float64Array(batch.points.length);
    if (pairs.length < SMALLEST) return { sum: 0, selected: 0, active: 0, gradient };
    const paired = of(views, values);
    const { first, second } = meanOfPairs(paired);
    const { dims } = batch;
    pairs.forEach(([one, other], at) => {
      for (let d = 0; d < dims; d++) {
        gradient[one * dims + d] = first[at * dims + d]! * pairs.length;
        gradient[other * dims + d] = second[at * dims + d]! * pairs.length;
      }
    });
    return {
      sum: paired.losses.reduce((sum, loss) => sum + loss, 0),
      selected: pairs.length,
      active: paired.losses.filter((loss) => loss > 0).length,
      gradient,
    };
  };
}

function itemsOf<Values>({ of, note }: LossOfViews<Values>): LossItems<Values> {
  const pairAt = ({ first, second, dims }: PairedViews, at: number) => {
    let squared = 0;
    for (let i = at * dims; i < (at + 1) * dims; i++) squared += (first[i]! - second[i]!) ** 2;
    return Math.sqrt(squared);
  };
  return {
    many: 'pairs of views',
    roles: ['first view', 'second view'],
    kinds: ['similar'],
    facts: ['distance of the views', 'loss'],
    axes: {
      x: 'distance',
      y: 'loss',
      label: 'Pairs of views by distance and loss',
      alike: false,
    },
    note,
    abound: false,
    visit({ values }, batch, _random, visit) {
      const { pairs, views } = viewsOf(batch);
      if (pairs.length < SMALLEST) return;
      const { losses } = of(views, values);
      pairs.forEach((rows, at) => {
        visit({ rows, kind: 'similar', x: pairAt(views, at), y: losses[at]! });
      });
    },
    measure({ values }, batch, [row = 0]) {
      const { pairs, views } = viewsOf(batch);
      const at = pairs.findIndex((pair) => pair.includes(row));
      const { losses, own, shared } = of(views, values);
      const [x, loss] = [pairAt(views, at), losses[at]!];
      const gradient = ([0, 1] as const).flatMap((view) =>
        Array.from(
          { length: views.dims },
          (_, d) => own[view][at * views.dims + d]! + shared[view][at * views.dims + d]!,
        ),
      );
      return {
        kind: 'similar',
        x,
        y: loss,
        loss,
        gradient: Float64Array.from(gradient),
        facts: (told) => [told(x), told(loss)],
        formula: (told) => told(loss),
      };
    },
  };
}

/**
 * What the losses of two views have in common. They compare the first two members of each group (the
 * views of a sample, or two samples of a class) and no others; a group of one is left out, and with
 * fewer than two pairs nothing is summed over.
 */
export const ofPairedViews = <Values>(loss: LossOfViews<Values>) => ({
  takesDistance: false,
  refuses: minesNothing(`${loss.label} compares the two views of each sample and mines nothing`),
  create: ({ values }: { readonly values: Values }) => evaluator(loss, values),
  countValid: (classes: Classes) => {
    const { length } = pairsOf(classes);
    return length < SMALLEST ? 0 : length;
  },
  items: itemsOf(loss),
});
