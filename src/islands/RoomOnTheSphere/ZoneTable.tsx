import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatPercent } from '#kit/figure/numberFormat.ts';
import type { ZoneShares } from '#metric/zones.ts';
import type { RoomQuantities } from './room.ts';

const EDGE = 16;
const HEAD = 276;
const ROWS = [302, 348] as const;
const BAR = { below: 7, height: 12 } as const;

const ZONES = [
  { key: 'hard', name: 'hard', right: 296 },
  { key: 'semiHard', name: 'semi-hard', right: 392 },
  { key: 'easy', name: 'easy', right: 464 },
] as const;

interface ZoneTableProps {
  readonly quantities: ReadonlySignal<RoomQuantities>;
  readonly width: number;
}

/** What share of the triplets is in which zone, in numbers and as bars; part of a drawing. */
export const ZoneTable = ({ quantities, width }: ZoneTableProps) => (
  <g class="zone-table">
    {ZONES.map(({ key, name, right }) => (
      <text key={key} class="zone-head" x={right} y={HEAD}>
        {name}
      </text>
    ))}
    <Row
      label="any negative"
      suffix=""
      shares={useComputed(() => quantities.value.anyZones)}
      y={ROWS[0]}
      width={width}
    />
    <Row
      label="distance-weighted"
      suffix="Drawn"
      shares={useComputed(() => quantities.value.weightedZones)}
      y={ROWS[1]}
      width={width}
    />
  </g>
);

interface RowProps {
  readonly label: string;
  /** Of the names of its quantities. */
  readonly suffix: string;
  readonly shares: ReadonlySignal<ZoneShares>;
  readonly y: number;
  readonly width: number;
}

function Row({ label, suffix, shares, y, width }: RowProps) {
  const unit = width - 2 * EDGE;
  const starts = {
    hard: useComputed(() => 0),
    semiHard: useComputed(() => shares.value.hard),
    easy: useComputed(() => shares.value.hard + shares.value.semiHard),
  };
  return (
    <>
      <text class={suffix ? 'drawn-negative' : ''} x={EDGE} y={y}>
        {label}
      </text>
      {ZONES.map(({ key, name, right }) => {
        const share = useComputed(() => shares.value[key]);
        return (
          <g key={key}>
            <text class="count" x={right} y={y} data-quantity={key + suffix} data-value={share}>
              {useComputed(() => formatPercent(share.value))}
            </text>
            <rect
              class={`share zone-${name}`}
              x={useComputed(() => EDGE + starts[key].value * unit)}
              y={y + BAR.below}
              width={useComputed(() => Math.max(0, share.value) * unit)}
              height={BAR.height}
            />
          </g>
        );
      })}
    </>
  );
}
