import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { fetchPart } from '#kit/figure/fetchPart.ts';
import type { EmbedSign, SignSource } from '#training/signs/signSources.ts';
import { NETWORK_AT_FIRST } from './firstGlyphs.ts';
import type { Sample } from './sample.ts';
import still from './still.json';
import { SAMPLES_AT_FIRST } from './useSigns.ts';

type Point = ArrayLike<number>;

/** Where the first drawings lie has come with the page: who changes nothing fetches no network. */
const pointsAtFirst = new WeakMap<Sample, Point>(
  SAMPLES_AT_FIRST.map((sample, k) => [sample, still.points[k]!]),
);

interface PointsOptions {
  readonly network: ReadonlySignal<SignSource>;
  /** All that a point is wanted of. */
  readonly samples: ReadonlySignal<readonly Sample[]>;
  readonly ready: ReadonlySignal<boolean>;
  /** Tells why no network came, and how to try again. */
  fail(problem: string, again: () => void): void;
}

/**
 * Where drawings lie under the chosen network, which is fetched when a drawing's place is not known:
 * undefined until it has come.
 */
export function usePoints({ network, samples, ready, fail }: PointsOptions) {
  const embedders = useSignal<Partial<Record<SignSource, EmbedSign>>>({});
  const tries = useSignal(0);
  const kept = useSignal(new Map<SignSource, WeakMap<Sample, Point>>()).peek();

  const pointOf = (source: SignSource, sample: Sample): Point | undefined => {
    const first = source === NETWORK_AT_FIRST ? pointsAtFirst.get(sample) : undefined;
    if (first) return first;
    const embed = embedders.value[source];
    if (!embed) return undefined;
    const points = kept.get(source) ?? new WeakMap<Sample, Point>();
    kept.set(source, points);
    const known = points.get(sample) ?? embed(sample.pixels());
    points.set(sample, known);
    return known;
  };

  useSignalEffect(() => {
    const source = network.value;
    tries.value;
    if (!ready.value || embedders.value[source]) return;
    if (samples.value.every((sample) => pointOf(source, sample))) return;
    fetchPart(() => import('#training/signs/signSources.ts'))
      .then(({ signSource }) => signSource(source))
      .then(
        (embed) => {
          embedders.value = { ...embedders.peek(), [source]: embed };
        },
        (error: unknown) =>
          fail((error as Error).message, () => {
            tries.value++;
          }),
      );
  });
  return pointOf;
}
