import type { Lab } from '../run/lab.ts';
import { MORE_CHARTS } from './charts.ts';
import { Curves } from './Curves.tsx';

/** What else a run has shown, chart beside chart. */
export default function MoreCurves({ lab: { history, previous } }: { readonly lab: Lab }) {
  return (
    <div class="lab-more-curves">
      {MORE_CHARTS.map((chart) => (
        <Curves key={chart.label} {...chart} history={history} previous={previous} />
      ))}
    </div>
  );
}
