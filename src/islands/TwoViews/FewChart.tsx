import { type ReadonlySignal, useComputed } from '@preact/signals';
import { FEW } from './few.ts';
import type { Reading } from './recorded.ts';
import references from './references.json' with { type: 'json' };

/** Told in the strip of numbers too, and named there. */
const STATED = 10;

const WIDTH = 320;
const ROW = 27;
const LEFT = 84;
const RIGHT = 40;
const HEIGHT = FEW.length * ROW + 24;
const toX = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);

/** How far 1, 5, 10 and 50 labels a class go, with raw pixels and the untrained network as marks. */
export function FewChart({ reading }: { readonly reading: ReadonlySignal<Reading | undefined> }) {
  return (
    <svg
      class="chart few-chart"
      data-drawing
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Share of held-out digits that the nearest of 1, 5, 10 and 50 labelled examples a class names rightly"
    >
      {FEW.map((perClass, index) => (
        <FewRow key={perClass} perClass={perClass} index={index} reading={reading} />
      ))}
      <g class="few-key">
        <path class="few-pixels" d={`M${LEFT},${HEIGHT - 17}v16`} />
        <text x={LEFT + 8} y={HEIGHT - 4}>
          raw pixels
        </text>
        <path class="few-untrained" d={`M${LEFT + 96},${HEIGHT - 17}v16`} />
        <text x={LEFT + 104} y={HEIGHT - 4}>
          untrained
        </text>
      </g>
    </svg>
  );
}

interface FewRowProps {
  readonly perClass: (typeof FEW)[number];
  readonly index: number;
  readonly reading: ReadonlySignal<Reading | undefined>;
}

function FewRow({ perClass, index, reading }: FewRowProps) {
  const value = useComputed(() => reading.value?.few[perClass]);
  const y = index * ROW + 2;
  const mark = (share: number) => `M${toX(share).toFixed(1)},${y}v20`;
  return (
    <g>
      <text class="few-name" x={LEFT - 8} y={y + 15}>
        {perClass} a class
      </text>
      <path class="few-room" d={`M${LEFT},${y + 10}H${WIDTH - RIGHT}`} />
      <path
        class="few-bar"
        d={useComputed(() => `M${LEFT},${y + 10}H${toX(value.value ?? 0).toFixed(1)}`)}
      />
      <path class="few-pixels" d={mark(references.pixels.few[perClass])} />
      <path class="few-untrained" d={mark(references.untrained.few[perClass])} />
      <text
        class="few-value"
        x={WIDTH - RIGHT + 6}
        y={y + 15}
        data-quantity={perClass === STATED ? undefined : `few${perClass}`}
        data-value={value}
      >
        {useComputed(() => value.value?.toFixed(2) ?? '–')}
      </text>
    </g>
  );
}
