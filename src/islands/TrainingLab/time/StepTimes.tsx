import { useComputed } from '@preact/signals';
import type { RunTime } from '#training/speedometer.ts';
import type { Lab } from '../run/lab.ts';
import { kernelsText } from '../verdict/notices.ts';

const PARTS: readonly { readonly part: keyof RunTime | 'drawing'; readonly name: string }[] = [
  { part: 'sampling', name: 'sampling' },
  { part: 'network', name: 'forward and backward' },
  { part: 'mining', name: 'mining' },
  { part: 'optimiser', name: 'optimiser' },
  { part: 'fullPass', name: 'full pass' },
  { part: 'evaluation', name: 'evaluation' },
  { part: 'other', name: 'waiting' },
  { part: 'drawing', name: 'drawing' },
];

/** What is one with the network where a step stays on the graphics card. */
const IN_ONE: readonly string[] = ['mining', 'optimiser'];

/**
 * One bar, divided as the time of a step is. Drawing goes on beside the worker, on the page's own
 * thread: it is shown by the same measure, and apart.
 */
export default function StepTimes({ lab }: { readonly lab: Lab }) {
  const time = useComputed(() => ({ ...lab.speed.value.time, drawing: lab.drawingTime.value }));
  const inWorker = useComputed(() =>
    Object.values(lab.speed.value.time).reduce((sum: number, part: number) => sum + part, 0),
  );
  const isWhole = useComputed(
    () => inWorker.value > 0 && time.value.mining + time.value.optimiser === 0,
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
            hidden={useComputed(() =>
              part === 'fullPass' ? time.value[part] === 0 : isWhole.value && IN_ONE.includes(part),
            )}
          >
            {index > 0 && (part === 'drawing' ? '; beside it, ' : ', ')}
            <i data-part={part} />{' '}
            {useComputed(() =>
              part === 'network' && isWhole.value ? 'the step on the card' : name,
            )}{' '}
            {useComputed(() => time.value[part].toFixed(1))}
          </span>
        ))}
      </p>
      <p class="lab-kernels">
        {useComputed(() => (lab.acceleration.value ? kernelsText(lab.acceleration.value) : ''))}
      </p>
    </div>
  );
}
