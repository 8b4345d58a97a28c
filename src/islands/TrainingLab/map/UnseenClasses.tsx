import { formatPercent } from '#kit/figure/numberFormat.ts';
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Lab } from '../run/lab.ts';

interface UnseenClassesProps {
  readonly lab: Lab;
  /** Names of the classes that were held out. */
  readonly names: ReadonlySignal<readonly string[]>;
}

/** How well the network embeds classes that it never saw. */
export default function UnseenClasses({ lab, names }: UnseenClassesProps) {
  const unseen = useComputed(() => lab.history.value.evaluations.at(-1)?.unseen);
  return (
    <p class="lab-unseen" hidden={useComputed(() => !unseen.value || names.value.length === 0)}>
      {useComputed(
        () =>
          `Rings: ${names.value.join(', ')} held out of training. By themselves they have recall@1 `,
      )}
      <span
        class="number"
        data-quantity="unseenRecallAt1"
        data-value={useComputed(() => unseen.value?.recallAt1 ?? '')}
      >
        {useComputed(() => formatPercent(unseen.value?.recallAt1 ?? 0))}
      </span>
      {' and k-NN accuracy '}
      <span
        class="number"
        data-quantity="unseenKnnAccuracy"
        data-value={useComputed(() => unseen.value?.knnAccuracy ?? '')}
      >
        {useComputed(() => formatPercent(unseen.value?.knnAccuracy ?? 0))}
      </span>
      .
    </p>
  );
}
