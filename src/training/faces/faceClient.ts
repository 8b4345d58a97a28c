import { proxy, wrap } from 'comlink';
import type { FaceService } from './faceService.ts';
import type { FaceWorker } from './faceWorker.ts';

/** The face service in a worker of its own: see faceService.ts. Every error's message is a sentence. */
export interface FaceClient
  extends Pick<
    FaceService,
    'backend' | 'embed' | 'population' | 'verify' | 'train' | 'verifyDigits' | 'searchGallery'
  > {
  stop(): void;
  /** Ends the worker and with it everything under way. */
  dispose(): void;
}

/** Where the site's files begin, as Astro has it: with or without a slash at its end. */
const fileIn = (base: string, path: string) =>
  new URL(`${base.replace(/\/$/, '')}/${path}`, document.baseURI).href;

/** Starts the worker. What is asked of one that has died is answered with an error that says so. */
export function createFaceClient(base: string): FaceClient {
  const worker = new Worker(new URL('./faceWorker.ts', import.meta.url), { type: 'module' });
  const dead = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) =>
      reject(new Error(`The worker for faces broke down${message ? ` (${message})` : ''}.`));
  });
  // Whoever asks is told; nobody may have asked yet.
  dead.catch(() => {});
  const opened = wrap<FaceWorker>(worker).open({
    snapshot: fileIn(base, 'data/faces.bin'),
    digits: fileIn(base, 'data/mnist.bin'),
  });
  const ask = <T>(question: (service: Awaited<typeof opened>) => Promise<T>): Promise<T> =>
    Promise.race([opened.then(question), dead]);
  return {
    backend: () => ask((service) => service.backend()),
    embed: (images, source) => ask((service) => service.embed(images, source)),
    population: (name, source) => ask((service) => service.population(name, source)),
    verify: (source) => ask((service) => service.verify(source)),
    train: (options, onProgress) => ask((service) => service.train(options, proxy(onProgress))),
    verifyDigits: (options, onProgress) =>
      ask((service) => service.verifyDigits(options, proxy(onProgress))),
    searchGallery: (options, onProgress) =>
      ask((service) => service.searchGallery(options, proxy(onProgress))),
    stop: () => void ask((service) => service.stop()),
    dispose: () => worker.terminate(),
  };
}
