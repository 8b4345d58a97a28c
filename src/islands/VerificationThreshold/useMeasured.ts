import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FaceClient } from '../../training/faces/faceClient.ts';
import type { FaceChoices } from '../../training/faces/faceConfig.ts';
import type { FaceProgress } from '../../training/faces/faceService.ts';
import type { Measured } from './model.ts';

const MISSING =
  'The measured pairs could not be downloaded: raw pixels, the untrained network and the pictures of pairs are missing. Reload the page to try again.';

export interface Learning {
  readonly progress: Signal<FaceProgress | undefined>;
  readonly running: Signal<boolean>;
  train(choices: FaceChoices): void;
  stop(): void;
}

interface Options {
  readonly measured: Signal<Measured>;
  complain(problem: string): void;
  /** The network that was trained here has been judged. */
  onTrained(): void;
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

  async function train(choices: FaceChoices): Promise<void> {
    running.value = true;
    try {
      if (!client.current) {
        const { createFaceClient } = await import('../../training/faces/faceClient.ts');
        client.current = createFaceClient(import.meta.env.BASE_URL);
      }
      const end = await client.current.train({ choices, seconds: SECONDS }, (told) => {
        progress.value = told;
      });
      if (end.steps > 0) {
        measured.value = { ...measured.value, trained: await client.current.verify('trained') };
        onTrained();
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
    train: (choices) => void train(choices),
    stop: () => client.current?.stop(),
  };
}
