import { Curves } from './Curves.tsx';
import type { Lab } from '../run/lab.ts';
import {
  easyOf,
  gapOf,
  gradientOf,
  hardOf,
  mapAtROf,
  normOf,
  rPrecisionOf,
  semiHardOf,
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

/** What else a run has shown: retrieval, the zones of its triplets, the shape of its embedding. */
export default function MoreCurves({ lab }: { readonly lab: Lab }) {
  const { history, previous } = lab;
  return (
    <div class="lab-more-curves">
      <Curves
        label="retrieval"
        series={RETRIEVAL}
        history={history}
        previous={previous}
        highest={1}
      />
      <Curves label="zones" series={ZONES} history={history} previous={previous} highest={1} />
      <Curves label="distances" series={SHAPE} history={history} previous={previous} />
      <Curves
        label="gradient at the embeddings"
        series={GRADIENT}
        history={history}
        previous={previous}
      />
    </div>
  );
}
