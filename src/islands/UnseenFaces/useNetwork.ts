import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fetchPart } from '#kit/figure/fetchPart.ts';
import type { TrainingClient } from '#training/service/client.ts';
import { type Compared, compare, rastersOf, THRESHOLD, type UnseenState } from './definition.ts';

export interface Asked {
  readonly compared: ReadonlySignal<Compared>;
  /** The network is on its way. */
  readonly loading: ReadonlySignal<boolean>;
  /** How many of the gallery are enrolled so far, while it is searched. */
  readonly enrolling: ReadonlySignal<number | undefined>;
  /** For each stranger how many must be enrolled before the first match. */
  readonly matches: ReadonlySignal<Int32Array | undefined>;
  /** Asks about a state; of several in a row, about the latest. */
  ask(state: UnseenState): void;
  searchGallery(): void;
}

/** The worker that the network is in: it starts when it is first asked. */
function useClient() {
  const client = useRef<Promise<TrainingClient>>();
  const dispose = () => void client.current?.then((left) => left.dispose());
  useEffect(() => dispose, []);
  return {
    isStarted: () => client.current !== undefined,
    connect() {
      client.current ??= fetchPart(() => import('#training/service/client.ts')).then(
        ({ createTrainingClient }) => createTrainingClient(),
      );
      return client.current;
    },
    /** The next question starts another one. */
    lose() {
      dispose();
      client.current = undefined;
    },
  };
}

/**
 * The network that the page brings along, in a worker that starts when the reader first changes
 * something: until then the figure shows what is known of its first state.
 */
export function useNetwork(
  fail: (problem: string, again: () => void) => void,
  compared: Signal<Compared>,
): Asked {
  const loading = useSignal(false);
  const enrolling = useSignal<number>();
  const matches = useSignal<Int32Array>();
  const client = useClient();
  const next = useRef<UnseenState>();
  const isBusy = useRef(false);

  const lose = (error: unknown, again: () => void) => {
    client.lose();
    fail((error as Error).message, again);
  };

  async function answer(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    loading.value = !client.isStarted();
    let asked: UnseenState | undefined;
    try {
      while (next.current) {
        asked = next.current;
        next.current = undefined;
        const pictures = rastersOf(asked);
        const connected = await client.connect();
        const { values, dims } = await connected.askFaces((faces) =>
          faces.embed(pictures, 'pretrained'),
        );
        compared.value = compare(values, dims);
        loading.value = false;
      }
    } catch (error) {
      const missed = next.current ?? asked;
      next.current = undefined;
      lose(error, () => missed && ask(missed));
    }
    loading.value = false;
    isBusy.current = false;
  }

  async function searchGallery(): Promise<void> {
    enrolling.value = 0;
    try {
      const connected = await client.connect();
      const { proxy } = await fetchPart(() => import('comlink'));
      const onProgress = proxy((enrolled: number) => {
        enrolling.value = enrolled;
      });
      matches.value = await connected.askFaces((faces) =>
        faces.searchGallery({ threshold: THRESHOLD }, onProgress),
      );
    } catch (error) {
      lose(error, () => void searchGallery());
    }
    enrolling.value = undefined;
  }

  const ask = (state: UnseenState) => {
    next.current = state;
    void answer();
  };
  return { compared, loading, enrolling, matches, ask, searchGallery };
}
