import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { ClassMark } from '#kit/plane/ClassMark.tsx';
import { type ClassQuantities, type ClassState, classOf, LABELS } from './measure.ts';

const SIZE = { width: 480, height: 110 } as const;
const ROW = 28;
const LOGIT_AT = 100;
const BAR = { left: 130, right: 420, height: 14 } as const;

interface ClassSharesProps {
  readonly state: ReadonlySignal<ClassState>;
  readonly quantities: ReadonlySignal<ClassQuantities>;
}

/** The logit of each class for the chosen sample, and what share of the softmax it makes. */
export const ClassShares = ({ state, quantities }: ClassSharesProps) => (
  <svg
    class="chart class-shares"
    data-drawing
    viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
    role="img"
    aria-label={useComputed(
      () =>
        `Shares of the classes: ${quantities.value.shares
          .map((share, k) => `${LABELS[k]} ${formatNumber(share)}`)
          .join(', ')}`,
    )}
  >
    <text class="axis-y" x={LOGIT_AT} y={14} text-anchor="end">
      logit
    </text>
    <text class="axis-y" x={BAR.left} y={14}>
      share of the softmax
    </text>
    {LABELS.map((label, place) => (
      <ClassShare key={label} place={place} state={state} quantities={quantities} />
    ))}
  </svg>
);

interface ClassShareProps extends ClassSharesProps {
  readonly place: number;
}

function ClassShare({ place, state, quantities }: ClassShareProps) {
  const share = useComputed(() => quantities.value.shares[place]!);
  const logit = useComputed(() => quantities.value.logits[place]!);
  const role = useComputed(() => (classOf(state.value.chosen) === place ? 'positive' : 'negative'));
  const middle = 22 + ROW * (place + 0.5);
  return (
    <g class={useComputed(() => `share-${role.value}`)} data-mark={role}>
      <ClassMark
        label={useComputed(() => LABELS[place]!)}
        x={useComputed(() => '16')}
        y={useComputed(() => String(middle))}
      />
      <text x={LOGIT_AT} y={middle} dy="0.35em" text-anchor="end">
        {useComputed(() => formatNumber(logit.value))}
      </text>
      <rect
        x={BAR.left}
        y={middle - BAR.height / 2}
        width={useComputed(() => (share.value * (BAR.right - BAR.left)).toFixed(1))}
        height={BAR.height}
      />
      <text
        x={SIZE.width}
        y={middle}
        dy="0.35em"
        text-anchor="end"
        data-quantity={`share-${LABELS[place]}`}
        data-value={share}
      >
        {useComputed(() => formatNumber(share.value))}
      </text>
    </g>
  );
}
