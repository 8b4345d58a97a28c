import type { LossItems, MeasuredItem } from './items.ts';
import {
  seen,
  type SimilarityRule,
  type SimilarityValues,
  similarityOf,
  unseen,
} from './similarityLoss.ts';

/** What there is to tell of a term, by where it stands on the chart and what it costs. */
export type Told<Values> = (
  term: { readonly x: number; readonly loss: number },
  values: Values,
) => Pick<MeasuredItem, 'facts' | 'formula'>;

type Words = Pick<LossItems, 'many' | 'roles' | 'facts' | 'note'> & {
  /** Of the horizontal axis. */
  readonly x: string;
  /** What the chart of them is called. */
  readonly label: string;
};

/** The terms of a loss of similarities, as things to look at: each is that of an anchor, or of an anchor with a row. */
export function itemsOfSimilarities<Values extends SimilarityValues>(
  rule: SimilarityRule<Values>,
  { x: axis, label, ...words }: Words,
  told: Told<Values>,
): LossItems<Values> {
  const rowsOf = (anchor: number, row: number) => (row === anchor ? [anchor] : [anchor, row]);
  return {
    ...words,
    kinds: ['similar'],
    axes: { x: axis, y: 'loss', label, alike: false },
    abound: false,
    visit({ values }, given, _random, visit) {
      const measure = similarityOf(values);
      const batch = seen(given, measure);
      const { rows, classes } = batch;
      const [alike, weights] = [new Float64Array(rows), new Float64Array(rows)];
      for (let anchor = 0; anchor < rows; anchor++) {
        const partners = rule.partners(classes, anchor, values);
        if (partners.length === 0) continue;
        measure.fill(batch, anchor, alike);
        const terms = rule.open({ classes, anchor, alike, values, weights });
        for (const row of Array.from(partners)) {
          const [x, y] = [terms.place(row), terms.take(row)];
          visit({ rows: rowsOf(anchor, row), kind: 'similar', x, y });
        }
      }
    },
    measure({ values }, given, rows) {
      const [anchor = 0, row = anchor] = rows;
      const measure = similarityOf(values);
      const batch = seen(given, measure);
      const [alike, weights] = [new Float64Array(batch.rows), new Float64Array(batch.rows)];
      measure.fill(batch, anchor, alike);
      const { classes, dims } = batch;
      const terms = rule.open({ classes, anchor, alike, values, weights });
      const [x, loss] = [terms.place(row), terms.take(row)];
      terms.share?.();
      const gradient = new Float64Array(batch.points.length);
      measure.addGradient(batch, anchor, alike, weights, gradient);
      const all = unseen(given, measure, gradient);
      const own = new Float64Array(rows.length * dims);
      rows.forEach((each, k) => {
        own.set(all.subarray(each * dims, (each + 1) * dims), k * dims);
      });
      return { kind: 'similar', x, y: loss, loss, gradient: own, ...told({ x, loss }, values) };
    },
  };
}

/** Of a pair whose loss is minus the logarithm of its positive's share. */
export const toldByShare: Told<unknown> = ({ x, loss }) => ({
  facts: (told) => [told(x), told(Math.exp(-loss))],
  formula: (told) => `−ln ${told(Math.exp(-loss))}`,
});
