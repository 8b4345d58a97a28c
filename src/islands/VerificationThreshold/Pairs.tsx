import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { faceDrawing } from '#data/faces/face.ts';
import { faceSvg } from '#data/faces/faceSvg.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import {
  EXAMPLE_BINS,
  type RowPair,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import { Digit } from './Digit.tsx';
import type { Source } from './definition.ts';

const { first, pictures } = POPULATIONS.test;
const SHOWN = 3;

/** A picture of a test person, by its row. */
function Face({ row }: { readonly row: number }) {
  const id = useId().replace(/[^\w-]/g, '');
  const markup = faceSvg(faceDrawing(first + Math.floor(row / pictures), row % pictures), id);
  return (
    <svg
      class="face"
      data-drawing
      viewBox="-1 -1 2 2"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

/** What shows the picture of a row. */
type Show = (row: number) => JSX.Element;

const showFace: Show = (row) => <Face key={row} row={row} />;

function PairOfPictures({ pair, show }: { readonly pair: RowPair; readonly show: Show }) {
  return (
    <span class="pair">
      {show(pair.left)}
      {show(pair.right)}
      <span class="number" data-drawing>
        {formatNumber(pair.distance)}
      </span>
    </span>
  );
}

interface PairsProps {
  readonly summary: ReadonlySignal<VerificationSummary | undefined>;
  readonly bar: ReadonlySignal<number | undefined>;
  readonly source: ReadonlySignal<Source>;
  readonly digits: ReadonlySignal<Uint8Array | undefined>;
}

/** Pairs of pictures: the worst ones, or those of the bar that the reader points at. */
export function Pairs({ summary, bar, source, digits }: PairsProps) {
  const show = useComputed((): Show => {
    const images = digits.value;
    return source.value === 'digits' && images
      ? (row) => <Digit key={row} images={images} row={row} />
      : showFace;
  });
  const [one, two] = useComputed(() =>
    source.value === 'digits' ? ['One class', 'Two classes'] : ['One person', 'Two people'],
  ).value;
  const shown = useComputed(() => {
    const of = summary.value;
    if (!of || bar.value === undefined)
      return {
        genuine: of?.farthestGenuine ?? [],
        impostor: of?.nearestImpostors ?? [],
        genuineTitle: `${one}, farthest apart`,
        impostorTitle: `${two}, nearest to each other`,
      };
    const [from, to] = [bar.value, bar.value + 1].map((k) =>
      formatNumber((k * of.end) / EXAMPLE_BINS),
    );
    const { genuine = [], impostor = [] } = of.examples[bar.value] ?? {};
    return {
      genuine,
      impostor,
      genuineTitle: `${one}, ${from} to ${to}`,
      impostorTitle: `${two}, ${from} to ${to}`,
    };
  });
  return (
    <div class="pairs">
      <PairList
        kind="impostor"
        title={shown.value.impostorTitle}
        pairs={shown.value.impostor.slice(0, SHOWN)}
        show={show.value}
      />
      <PairList
        kind="genuine"
        title={shown.value.genuineTitle}
        pairs={shown.value.genuine.slice(0, SHOWN)}
        show={show.value}
      />
    </div>
  );
}

interface PairListProps {
  readonly kind: 'genuine' | 'impostor';
  readonly title: string;
  readonly pairs: readonly RowPair[];
  readonly show: Show;
}

const PairList = ({ kind, title, pairs, show }: PairListProps) => (
  <div class="pair-list" data-kind={kind}>
    <p class="pairs-title" data-drawing>
      {title}
    </p>
    <p class="pairs-row">
      {pairs.map((pair) => (
        <PairOfPictures key={`${pair.left}-${pair.right}`} pair={pair} show={show} />
      ))}
      {pairs.length === 0 && (
        <span class="no-pairs" data-drawing>
          no such pair
        </span>
      )}
    </p>
  </div>
);
