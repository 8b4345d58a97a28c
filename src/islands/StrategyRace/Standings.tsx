import { type ReadonlySignal, useComputed } from '@preact/signals';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { LaneMark } from './LaneMark.tsx';
import { LANE_NUMBERS } from './lane.ts';
import type { Standing } from './progress.ts';

interface StandingsProps {
  readonly names: ReadonlySignal<readonly string[]>;
  readonly standings: ReadonlySignal<readonly Standing[]>;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const COLUMNS: readonly {
  readonly key: Exclude<keyof Standing, 'remark'>;
  readonly label: string;
  readonly format: (value: number) => string;
}[] = [
  { key: 'rank', label: 'place', format: String },
  { key: 'knnAccuracy', label: 'kNN accuracy', format: percent },
  { key: 'recallAt1', label: 'recall@1', format: percent },
  { key: 'spread', label: 'spread', format: (value) => formatNumber(value, 2) },
  { key: 'loss', label: 'loss', format: (value) => formatNumber(value, 3) },
  { key: 'activeShare', label: 'active share', format: percent },
  { key: 'millisecondsPerStep', label: 'ms a step', format: (value) => formatNumber(value, 1) },
];

/** Who is where: a row for each lane, in the order of the lanes, so that nothing jumps. */
export function Standings({ names, standings }: StandingsProps) {
  return (
    <div class="standings table" data-drawing>
      <table>
        <thead>
          <tr>
            <th scope="col">strategy</th>
            {COLUMNS.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LANE_NUMBERS.map((number, index) => (
            <tr
              key={number}
              data-lane={number}
              data-empty={useComputed(() => names.value[index] === undefined)}
            >
              <th scope="row">
                <LaneMark number={number} />
                {useComputed(() => names.value[index] ?? '')}
              </th>
              {COLUMNS.map(({ key, format }) => {
                const value = useComputed(() => standings.value[index]?.[key]);
                return (
                  <td
                    key={key}
                    class="number"
                    data-quantity={`${key}${number}`}
                    data-value={useComputed(() => value.value ?? '')}
                  >
                    {useComputed(() => (value.value === undefined ? '–' : format(value.value)))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
