import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { faceDrawing } from '../../data/faces/face.ts';
import { faceSvg } from '../../data/faces/faceSvg.ts';
import { POPULATIONS } from '../../data/faces/population.ts';
import { formatNumber } from '../../figures/numberFormat.ts';
import {
  EXAMPLE_BINS,
  type RowPair,
  type VerificationSummary,
} from '../../metric/evaluation/verificationSummary.ts';

const { first, pictures } = POPULATIONS.test;
const SHOWN = 3;

/** A picture of a test person, by its row. */
function Face({ row }: { readonly row: number }) {
  const id = useId().replace(/[^\w-]/g, '');
  const markup = faceSvg(faceDrawing(first + Math.floor(row / pictures), row % pictures), id);
  return (
    <svg
      class="face"
      viewBox="-1 -1 2 2"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

function PairOfFaces({ pair }: { readonly pair: RowPair }) {
  return (
    <span class="pair">
      <Face key={pair.left} row={pair.left} />
      <Face key={`r${pair.right}`} row={pair.right} />
      <span class="number">{formatNumber(pair.distance)}</span>
    </span>
  );
}

interface PairsProps {
  readonly summary: ReadonlySignal<VerificationSummary | undefined>;
  readonly bar: ReadonlySignal<number | undefined>;
}

/** Pairs of pictures: the worst ones, or those of the bar that the reader points at. */
export function Pairs({ summary, bar }: PairsProps) {
  const shown = useComputed(() => {
    const of = summary.value;
    if (!of || bar.value === undefined)
      return {
        genuine: of?.farthestGenuine ?? [],
        impostor: of?.nearestImpostors ?? [],
        genuineTitle: 'One person, farthest apart',
        impostorTitle: 'Two people, nearest to each other',
      };
    const [from, to] = [bar.value, bar.value + 1].map((k) =>
      formatNumber((k * of.end) / EXAMPLE_BINS),
    );
    const { genuine = [], impostor = [] } = of.examples[bar.value] ?? {};
    return {
      genuine,
      impostor,
      genuineTitle: `One person, ${from} to ${to}`,
      impostorTitle: `Two people, ${from} to ${to}`,
    };
  });
  return (
    <div class="pairs">
      <PairList
        kind="impostor"
        title={shown.value.impostorTitle}
        pairs={shown.value.impostor.slice(0, SHOWN)}
      />
      <PairList
        kind="genuine"
        title={shown.value.genuineTitle}
        pairs={shown.value.genuine.slice(0, SHOWN)}
      />
    </div>
  );
}

interface PairListProps {
  readonly kind: 'genuine' | 'impostor';
  readonly title: string;
  readonly pairs: readonly RowPair[];
}

const PairList = ({ kind, title, pairs }: PairListProps) => (
  <div class="pair-list" data-kind={kind}>
    <p class="pairs-title">{title}</p>
    <p class="pairs-row">
      {pairs.map((pair) => (
        <PairOfFaces key={`${pair.left}-${pair.right}`} pair={pair} />
      ))}
      {pairs.length === 0 && <span class="no-pairs">no such pair</span>}
    </p>
  </div>
);
