import { type ReadonlySignal, signal } from '@preact/signals';
import { MNIST } from '#data/digits/digitSource.ts';
import { RECORDED_END, type Recorded } from './recorded.ts';

/** Asks for something once; again only where it could not be had. */
function once(fetchIt: () => Promise<void>): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    fetchIt().catch(() => {
      isAsked = false;
    });
  };
}

export interface RecordingState {
  readonly recorded: ReadonlySignal<Recorded>;
  /** Fetches how the run came about. Where that fails, its end goes on being shown. */
  fetchRun(): void;
  /** Fetches the pictures of its digits; without them a digit is told by its name. */
  fetchPictures(): void;
}

/** The recorded run, of which as much is fetched as the reader asks for. */
export function createRecording(): RecordingState {
  const recorded = signal(RECORDED_END);
  return {
    recorded,
    fetchRun: once(async () => {
      const { loadRecorded } = await import('./loadRecorded.ts');
      recorded.value = await loadRecorded();
    }),
    fetchPictures: once(async () => {
      const { heldOut } = await MNIST.load({ onProgress() {}, rest: async () => {} });
      const { labels } = recorded.peek().heldOut!;
      recorded.value = { ...recorded.peek(), heldOut: { labels, images: heldOut.images } };
    }),
  };
}
