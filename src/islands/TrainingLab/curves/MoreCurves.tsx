import { signal } from '@preact/signals';
import { Curves } from './Curves.tsx';
import type { Lab } from '../run/lab.ts';
import {
  easyOf,
  gapOf,
  gradientOf,
  hardOf,
  mapAtROf,
  normOf,
  orderRatioOf,
  rPrecisionOf,
  semiHardOf,
  shrinkShareOf,
  staleOf,
  withinOf,
} from './series.ts';

const RETRIEVAL = [
  { name: 'R-precision', of: rPrecisionOf, look: 'lab-knn' },
  { name: 'MAP@R', of: mapAtROf, look: 'lab-recall' },
];
const ZONES = [
  { name: 'easy', of: easyOf, look: 'lab-knn' },
  { name: 'semi-hard', of: semiHardOf, look: 'lab-margin' },
  { name: 'hard', of: hardOf, look: 'lab-active' },
  { name: 'stale', of: staleOf, look: 'lab-loss', noisy: true },
];
const SHAPE = [
  { name: 'mean norm', of: normOf, look: 'lab-knn' },
  { name: 'within classes', of: withinOf, look: 'lab-recall' },
  { name: 'smallest gap', of: gapOf, look: 'lab-active' },
];
const GRADIENT = [{ name: 'gradient', of: gradientOf, look: 'lab-loss', noisy: true }];
const SHRINKING = [{ name: 'shrinks', of: shrinkShareOf, look: 'lab-loss', noisy: true }];
const ORDER = [{ name: 'order', of: orderRatioOf, look: 'lab-margin', noisy: true }];
const SIZE_STAYS = signal([{ value: 0, text: 'size stays' }]);
const IN_ORDER = signal([{ value: 1, text: 'in order' }]);

/** What else a run has shown: retrieval, the zones of its triplets, the shape of its embedding, its forces. */
export default function MoreCurves({ lab }: { readonly lab: Lab }) {
  const { history, previous } = lab;
  const runs = { history, previous };
  return (
    <div class="lab-more-curves">
      <Curves
        label="share of the force that shrinks"
        series={SHRINKING}
        {...runs}
        axis="signed"
        levels={SIZE_STAYS}
      />
      <Curves label="order of the hardest triplets" series={ORDER} {...runs} levels={IN_ORDER} />
      <Curves label="retrieval" series={RETRIEVAL} {...runs} axis="share" />
      <Curves label="zones" series={ZONES} {...runs} axis="share" />
      <Curves label="distances" series={SHAPE} {...runs} />
      <Curves label="gradient at the embeddings" series={GRADIENT} {...runs} />
    </div>
  );
}
