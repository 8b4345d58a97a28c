import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Fragment } from 'preact';
import { formatNumber, formatPercent } from '#kit/figure/numberFormat.ts';
import { LaneMark } from '#kit/charts/LaneMark.tsx';
import { LANE_NUMBERS } from './lane.ts';
import type { Standing } from './progress.ts';

interface StandingsProps {
  readonly names: ReadonlySignal<readonly string[]>;
  readonly standings: ReadonlySignal<readonly Standing[]>;
}

interface Row {
  readonly key: Exclude<keyof Standing, 'remark'>;
  readonly label: string;
  readonly format: (value: number) => string;
}

const ROWS: readonly Row[] = [
  { key: 'judgedAt', label: 'judged at step', format: String },
  { key: 'rank', label: 'place', format: String },
  { key: 'knnAccuracy', label: 'k-NN accuracy', format: formatPercent },
  { key: 'recallAt1', label: 'recall@1', format: formatPercent },
  { key: 'spread', label: 'spread', format: (value) => formatNumber(value, 2) },
  { key: 'loss', label: 'loss', format: (value) => formatNumber(value, 3) },
  { key: 'activeShare', label: 'active share', format: formatPercent },
  { key: 'millisecondsPerStep', label: 'ms a step', format: (value) => formatNumber(value, 1) },
];

/** Who is where: a column for each lane, in the order of the lanes, so that nothing jumps and all fit a phone. */
export function Standings({ names, standings }: StandingsProps) {
  const columns = useComputed(() => LANE_NUMBERS.slice(0, names.value.length));
  return (
    <table class="standings" data-drawing>
      <thead>
        <tr>
          <td />
          {useComputed(() =>
            columns.value.map((number) => (
              <th key={number} scope="col">
                <LaneMark number={number} />
                <Words text={names.value[number - 1] ?? ''} />
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {useComputed(() =>
              columns.value.map((number) => (
                <Cell key={number} row={row} number={number} standings={standings} />
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A name that is broken between its words, not within. */
const Words = ({ text }: { readonly text: string }) => (
  <>
    {text.split(' ').map((word) => (
      <Fragment key={word}>
        <span class="word">{word}</span>{' '}
      </Fragment>
    ))}
  </>
);

interface CellProps {
  readonly row: Row;
  readonly number: number;
  readonly standings: ReadonlySignal<readonly Standing[]>;
}

function Cell({ row: { key, format }, number, standings }: CellProps) {
  const value = useComputed(() => standings.value[number - 1]?.[key]);
  return (
    <td
      class="number"
      data-quantity={`${key}${number}`}
      data-value={useComputed(() => value.value ?? '')}
    >
      {useComputed(() => (value.value === undefined ? '–' : format(value.value)))}
    </td>
  );
}
