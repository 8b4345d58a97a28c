import { formatCount, formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { isImages } from '#data/sources/registry.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import type { Lab } from '../run/lab.ts';
import { Measure } from './Measure.tsx';
import { StdNeedle } from './StdNeedle.tsx';

interface MeasuresProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly shown: ReadonlySignal<TrainingConfig>;
}

/** What else the run has come to, and how fast. */
export function Measures({ lab, shown }: MeasuresProps) {
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
      <StdNeedle lab={lab} shown={shown} />
      <Measure
        label="steps/s"
        title="By the clock, with judging and drawing"
        name="stepsPerSecond"
        value={useComputed(() => (isMeasured.value ? speed.value.stepsPerSecond : undefined))}
        format={(value) => formatNumber(value, value < 10 ? 1 : 0)}
      />
      <Measure
        label={isImages(data.value) ? 'images/s' : 'samples/s'}
        title="Trained on in a second by the clock, with judging and drawing"
        name="imagesPerSecond"
        value={useComputed(() => (isMeasured.value ? speed.value.imagesPerSecond : undefined))}
        format={formatCount}
      />
      <Measure label="computed by" name="backend" value={backend} />
    </dl>
  );
}
