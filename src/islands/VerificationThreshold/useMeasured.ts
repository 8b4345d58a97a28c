import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaceClient } from '#training/faces/faceClient.ts';
import type { FaceChoices } from '#training/faces/faceConfig.ts';
import type { FaceProgress, Verified } from '#training/faces/faceService.ts';
import type { Measured, Source } from './definition.ts';

const MISSING =
  'The measured pairs could not be downloaded: raw pixels, the untrained network and the pictures of pairs are missing. Reload the page to try again.';

export interface Learning {
  /** The test digits, once there are any: 28 × 28 bytes each. */
  readonly digits: Signal<Uint8Array | undefined>;
  readonly progress: Signal<FaceProgress | undefined>;
  readonly running: Signal<boolean>;
  train(choices: FaceChoices): void;
  /** The same for digits: trained on 0 to 7. */
  trainDigits(): void;
  stop(): void;
}

interface Options {
  readonly measured: Signal<Measured>;
  complain(problem: string): void;
  /** The network that was trained here has been judged. */
  onTrained(source: Source): void;
}

/** The most that training may take, in seconds. */
export const SECONDS = 30;

/**
 * What has been measured of each source: the sources that the page brings along, once the figure is
 * there, and the network that the reader trains, in a worker that starts with the first training.
 */
export function useMeasured({ measured, complain, onTrained }: Options): Learning {
  const progress = useSignal<FaceProgress>();
  const running = useSignal(false);
  const digits = useSignal<Uint8Array>();
  const client = useRef<FaceClient>();

  useEffect(() => {
    const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/verification.json`;
    fetch(address)
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .then(
        (known: Measured) => {
          measured.value = { ...measured.value, ...known };
        },
        () => complain(MISSING),
      );
    return () => client.current?.dispose();
  }, []);

  const tell = (told: FaceProgress) => {
    progress.value = told;
  };

  /** Trains in the worker, begun if need be, and keeps what came of it. */
  async function learn(
    source: Source,
    train: (worker: FaceClient) => Promise<Verified | undefined>,
  ): Promise<void> {
    running.value = true;
    try {
      if (!client.current) {
        const { createFaceClient } = await import('#training/faces/faceClient.ts');
        client.current = createFaceClient(import.meta.env.BASE_URL);
      }
      const verified = await train(client.current);
      if (verified) {
        measured.value = { ...measured.value, [source]: verified };
        onTrained(source);
      }
    } catch (error) {
      complain((error as Error).message);
      client.current?.dispose();
      client.current = undefined;
    }
    running.value = false;
    progress.value = undefined;
  }

  return {
    progress,
    running,
    digits,
    train: (choices) =>
      void learn('trained', async (worker) => {
        const end = await worker.train({ choices, seconds: SECONDS }, tell);
        return end.steps > 0 ? worker.verify('trained') : undefined;
      }),
    trainDigits: () =>
      void learn('digits', async (worker) => {
        const verified = await worker.verifyDigits({ seconds: SECONDS / 3 }, tell);
        digits.value = verified.images;
        return verified;
      }),
    stop: () => client.current?.stop(),
  };
}
