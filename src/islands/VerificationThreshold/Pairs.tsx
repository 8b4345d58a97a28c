import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { faceDrawing } from '#data/faces/face.ts';
import { faceSvg } from '#data/faces/faceSvg.ts';
import { POPULATIONS } from '#data/faces/population.ts';
import {
  EXAMPLE_BINS,
  type RowPair,
  type VerificationSummary,
} from '#metric/evaluation/verificationSummary.ts';
import { Digit } from './Digit.tsx';
import { formatDistance, kindsOf, type Source, THRESHOLD_RANGE } from './definition.ts';

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

interface PairsProps {
  readonly summary: ReadonlySignal<VerificationSummary | undefined>;
  readonly bar: ReadonlySignal<number | undefined>;
  readonly source: ReadonlySignal<Source>;
  readonly digits: ReadonlySignal<Uint8Array | undefined>;
}

type Kind = 'genuine' | 'impostor';

/** What is shown of a kind: the worst pairs, or those of a bar; none while no pairs are known. */
function listOf(kind: Kind, of: VerificationSummary | undefined, bar: number | undefined) {
  const isGenuine = kind === 'genuine';
  if (!of || bar === undefined)
    return {
      which: isGenuine ? 'farthest apart' : 'nearest to each other',
      pairs: isGenuine ? of?.farthestGenuine : of?.nearestImpostors,
    };
  const [from, to] = [bar, bar + 1].map((k) => formatDistance((k * of.end) / EXAMPLE_BINS, of.end));
  return { which: `${from} to ${to}`, pairs: of.examples[bar]?.[kind] };
}

/** Pairs of pictures: the worst ones, or those of the bar that the reader points at. */
export function Pairs({ summary, bar, source, digits }: PairsProps) {
  const show = useComputed((): Show => {
    const images = digits.value;
    return source.value === 'digits' && images
      ? (row) => <Digit key={row} images={images} row={row} />
      : showFace;
  });
  const list = (kind: Kind) => {
    const { which, pairs } = listOf(kind, summary.value, bar.value);
    const { one, two } = kindsOf(source.value);
    const who = kind === 'genuine' ? one : two;
    return (
      <PairList
        kind={kind}
        title={`${who[0]!.toUpperCase()}${who.slice(1)}, ${which}`}
        pairs={pairs?.slice(0, SHOWN) ?? []}
        isKnown={(summary.value?.examples.length ?? 0) > 0}
        end={summary.value?.end ?? THRESHOLD_RANGE.max}
        show={show.value}
      />
    );
  };
  return (
    <div class="pairs">
      {list('impostor')}
      {list('genuine')}
    </div>
  );
}

interface PairListProps {
  readonly kind: Kind;
  readonly title: string;
  readonly pairs: readonly RowPair[];
  /** Whether the pairs have been measured, and not only their distances counted. */
  readonly isKnown: boolean;
  /** How far distances reach. */
  readonly end: number;
  readonly show: Show;
}

const PairList = ({ kind, title, pairs, isKnown, end, show }: PairListProps) => (
  <div class="pair-list" data-kind={kind}>
    <p class="pairs-title" data-drawing>
      {title}
    </p>
    <p class="pairs-row">
      {pairs.map(({ left, right, distance }) => (
        <span class="pair" key={`${left}-${right}`}>
          {show(left)}
          {show(right)}
          <span class="number" data-drawing>
            {formatDistance(distance, end)}
          </span>
        </span>
      ))}
      {isKnown && pairs.length === 0 && (
        <span class="no-pairs" data-drawing>
          no such pair
        </span>
      )}
    </p>
  </div>
);
