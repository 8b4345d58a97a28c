import { type ReadonlySignal, useComputed } from '@preact/signals';
import { classDistances } from '#metric/evaluation/classDistances.ts';
import { distanceHistogram } from '#metric/evaluation/distanceHistogram.ts';
import { createRandom } from '#metric/random.ts';
import type { Lab } from '../run/lab.ts';
import { ClassMatrix } from './ClassMatrix.tsx';
import { Histogram } from './Histogram.tsx';
import './distances.css';

const BINS = 48;
/** Of two million pairs so many tell as much. */
const PAIRS = 20_000;

interface DistancesProps {
  readonly lab: Lab;
  readonly marginLength: ReadonlySignal<number>;
}

/** How far apart the held-out samples are: within and across classes, and class from class. */
export default function Distances({ lab, marginLength }: DistancesProps) {
  const shown = useComputed(() => {
    const values = lab.shownEmbedding.value;
    const labels = lab.heldOut.value?.labels;
    if (!values || !labels) return undefined;
    const rows = labels.length;
    return { embeddings: { values, rows, dims: values.length / rows }, labels };
  });
  const histogram = useComputed(
    () =>
      shown.value &&
      distanceHistogram(shown.value.embeddings, shown.value.labels, {
        bins: BINS,
        pairs: PAIRS,
        random: createRandom(1),
      }),
  );
  const classes = useComputed(
    () => shown.value && classDistances(shown.value.embeddings, shown.value.labels),
  );
  return (
    <div class="lab-distances">
      <figure>
        <Histogram histogram={histogram} marginLength={marginLength} />
        <figcaption>
          Pairs of held-out samples by their plain distance, each kind on its own scale: the less
          the two overlap, the better a threshold between them works.
        </figcaption>
      </figure>
      <figure>
        {useComputed(() => (
          <ClassMatrix classes={classes} names={lab.data.value.classes} />
        ))}
        <figcaption>
          From the mean of each class to that of each other, the nearer the stronger: what the
          network confuses lies close.
        </figcaption>
      </figure>
    </div>
  );
}
