import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { useComputed } from '@preact/signals';
import { isImages } from '#data/sources/registry.ts';
import type { Lab } from '../run/lab.ts';
import { Measure, thousands } from './Measure.tsx';

/** What else the run has come to, and how fast. */
export function Measures({ lab }: { readonly lab: Lab }) {
  const { history, speed, backend, data } = lab;
  const evaluation = useComputed(() => history.value.evaluations.at(-1));
  const isMeasured = useComputed(() => speed.value.imagesPerSecond > 0);
  return (
    <dl class="lab-measures">
      <Measure
        label="recall@1"
        title="Held-out samples whose nearest other held-out sample is of the same class"
        name="recallAt1"
        value={useComputed(() => evaluation.value?.recallAt1)}
        format={formatPercent}
      />
      <Measure
        label="spread"
        title="Size of the cloud: root mean square distance of the held-out samples from their centre"
        name="spread"
        value={useComputed(() => evaluation.value?.spread)}
        format={(value) => formatNumber(value, 3)}
      />
      <Measure
        label={isImages(data.value) ? 'images/s' : 'samples/s'}
        name="imagesPerSecond"
        value={useComputed(() => (isMeasured.value ? speed.value.imagesPerSecond : undefined))}
        format={thousands}
      />
      <Measure label="computed by" name="backend" value={backend} />
    </dl>
  );
}
