import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { RunTime } from '#training/speedometer.ts';
import type { Lab } from '../run/lab.ts';
import { kernelsText } from '../verdict/notices.ts';

interface MeasureProps {
  readonly label: string;
  readonly title?: string;
  readonly name: string;
  readonly value: ReadonlySignal<number | string | undefined>;
  readonly format?: (value: number) => string;
}

/** A live number for readers, and at full precision for scripts; empty before there is a run. */
function Measure({ label, title, name, value, format = formatNumber }: MeasureProps) {
  const text = useComputed(() => {
    const now = value.value;
    if (now === undefined || now === '') return '–';
    return typeof now === 'number' ? format(now) : now;
  });
  return (
    <div class="lab-measure" data-role={name} title={title}>
      <dt>{label}</dt>
      <dd class="number" data-quantity={name} data-value={useComputed(() => value.value ?? '')}>
        {text}
      </dd>
    </div>
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const whole = (value: number) => value.toFixed(0);
const thousands = (value: number) => whole(value).replace(/\B(?=(\d{3})+$)/g, ',');

const PARTS: readonly { readonly part: keyof RunTime | 'drawing'; readonly name: string }[] = [
  { part: 'sampling', name: 'sampling' },
  { part: 'network', name: 'forward and backward' },
  { part: 'mining', name: 'mining' },
  { part: 'optimiser', name: 'optimiser' },
  { part: 'fullPass', name: 'full pass' },
  { part: 'evaluation', name: 'evaluation' },
  { part: 'drawing', name: 'drawing' },
];

/** What the run has come to, and where its time goes. */
export function Measures({ lab }: { readonly lab: Lab }) {
  const { history, speed, backend } = lab;
  const evaluation = useComputed(() => history.value.evaluations.at(-1));
  const latest = useComputed(() => history.value.steps.at(-1));
  const trained = useComputed(() => history.value.steps.length > 0);
  return (
    <>
      <dl class="lab-measures">
        <Measure
          label="step"
          name="step"
          value={useComputed(() => latest.value?.step ?? evaluation.value?.step)}
          format={whole}
        />
        <Measure
          label="loss"
          name="loss"
          value={useComputed(() => latest.value?.loss)}
          format={(value) => formatNumber(value, 3)}
        />
        <Measure
          label="active share"
          title="Of the pairs or triplets that the miner selected, those with a positive loss"
          name="activeShare"
          value={useComputed(() => latest.value?.activeShare)}
          format={percent}
        />
        <Measure
          label="recall@1"
          title="Held-out digits whose nearest other held-out digit is the same digit"
          name="recallAt1"
          value={useComputed(() => evaluation.value?.recallAt1)}
          format={percent}
        />
        <Measure
          label="kNN accuracy"
          title="Held-out digits that their five nearest other held-out digits vote for rightly"
          name="knnAccuracy"
          value={useComputed(() => evaluation.value?.knnAccuracy)}
          format={percent}
        />
        <Measure
          label="images/s"
          name="imagesPerSecond"
          value={useComputed(() => (trained.value ? speed.value.imagesPerSecond : undefined))}
          format={thousands}
        />
        <Measure label="computed by" name="backend" value={backend} />
      </dl>
      <StepTimes lab={lab} />
    </>
  );
}

/**
 * One bar, divided as the time of a step is. Drawing goes on beside the worker, on the page's own
 * thread: it is shown by the same measure, and apart.
 */
function StepTimes({ lab }: { readonly lab: Lab }) {
  const time = useComputed(() => ({ ...lab.speed.value.time, drawing: lab.drawingTime.value }));
  const inWorker = useComputed(() =>
    Object.values(lab.speed.value.time).reduce((sum: number, part: number) => sum + part, 0),
  );
  return (
    <div class="lab-times" data-empty={useComputed(() => inWorker.value === 0)}>
      <div class="lab-time-bar" aria-hidden="true">
        {PARTS.map(({ part }) => (
          <i
            key={part}
            data-part={part}
            data-milliseconds={useComputed(() => time.value[part])}
            style={useComputed(() => `flex-grow: ${time.value[part]}`)}
          />
        ))}
      </div>
      <p>
        {useComputed(() => `${inWorker.value.toFixed(1)} ms a step: `)}
        {PARTS.map(({ part, name }, index) => (
          <span
            key={part}
            hidden={useComputed(() => part === 'fullPass' && time.value[part] === 0)}
          >
            {index > 0 && (part === 'drawing' ? '; beside it, ' : ', ')}
            <i data-part={part} /> {name} {useComputed(() => time.value[part].toFixed(1))}
          </span>
        ))}
      </p>
      <p class="lab-kernels">
        {useComputed(() => (lab.acceleration.value ? kernelsText(lab.acceleration.value) : ''))}
      </p>
    </div>
  );
}
