import type { Digits } from '../data/digitFormat.ts';
import type { Backend } from './backends.ts';
import { collapseLoss } from './collapse.ts';
import { type TrainingConfig, validateConfig } from './config.ts';
import { checkFit } from './fits.ts';
import type { FailureKind, Reply, Request } from './messages.ts';
import { createRun, type Report, type Run } from './run.ts';
import { DivergedError } from './trainer.ts';

interface Surroundings {
  post(reply: Reply, transfer?: Transferable[]): void;
  loadDigits(
    url: string,
    onProgress: (progress: { receivedBytes: number; totalBytes?: number }) => void,
  ): Promise<Digits>;
  /** In the order of trying. */
  readonly backends: readonly Backend[];
  /** Resolves when waiting messages have been taken in. */
  yieldToMessages(): Promise<void>;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** The worker's side of the conversation with the page: see messages.ts. */
export function createSession({ post, loadDigits, backends, yieldToMessages }: Surroundings) {
  let wanted: 'run' | 'step' | 'pause' = 'pause';
  let wantsPicture = false;
  let looping = false;
  let current: { run: Run; config: TrainingConfig; digits: Digits } | undefined;
  let started: Backend | undefined;
  let usable = [...backends];
  let digits: Digits | undefined;
  /** Counts the runs asked for: whatever was begun for an earlier one is dropped. */
  let generation = 0;

  const fail = (kind: FailureKind, error: unknown) => {
    wanted = 'pause';
    post({ type: 'failed', kind, reason: sentence(error) });
  };

  function tell(report: Report | undefined): void {
    if (!report) return;
    if (report.embedding) wantsPicture = false;
    post({ type: 'progress', ...report }, report.embedding ? [report.embedding.buffer] : []);
  }

  function drop(): void {
    const dropped = current;
    current = undefined;
    try {
      dropped?.run.dispose();
    } catch {
      // A backend that has failed holds nothing that could still be freed.
    }
  }

  function giveUp(backend: Backend, error: unknown): void {
    usable = usable.filter((other) => other !== backend);
    started = undefined;
    if (usable.length > 0) post({ type: 'fallback', from: backend.name, reason: sentence(error) });
  }

  async function begin(config: TrainingConfig, loaded: Digits, asked: number): Promise<void> {
    for (const backend of usable) {
      try {
        if (started !== backend) {
          post({ type: 'preparing', backend: backend.name });
          await backend.start();
          started = backend;
        }
        if (asked !== generation) return;
        const run = createRun(config, loaded);
        current = { run, config, digits: loaded };
        const { evaluation, embedding } = run.evaluate();
        const labels = loaded.heldOut.labels.slice();
        const images = loaded.heldOut.images.slice();
        wantsPicture = false;
        post(
          {
            type: 'ready',
            backend: backend.name,
            ...(backend.acceleration && { acceleration: backend.acceleration }),
            collapseLoss: collapseLoss(config),
            labels,
            images,
            embedding,
            evaluation,
          },
          [labels.buffer, images.buffer, embedding.buffer],
        );
        void loop();
        return;
      } catch (error) {
        drop();
        giveUp(backend, error);
      }
    }
    fail(
      'backend',
      'No way to compute is left in this browser: wasm, WebGL and plain JavaScript failed',
    );
  }

  async function start(config: TrainingConfig, url: string): Promise<void> {
    generation++;
    const asked = generation;
    drop();
    wanted = 'pause';
    usable = usable.length > 0 ? usable : [...backends];
    try {
      validateConfig(config);
    } catch (error) {
      return fail('settings', error);
    }
    if (!digits) {
      try {
        const loaded = await loadDigits(url, (progress) => {
          if (asked === generation) post({ type: 'downloading', ...progress });
        });
        digits = loaded;
      } catch (error) {
        if (asked === generation) fail('download', error);
        return;
      }
    }
    if (asked !== generation) return;
    try {
      checkFit(config, digits);
    } catch (error) {
      return fail('settings', error);
    }
    await begin(config, digits, asked);
  }

  /** Trains while that is wanted. What a backend cannot do any more, the next one begins again. */
  async function loop(): Promise<void> {
    if (looping || !current) return;
    looping = true;
    while (current && wanted !== 'pause') {
      const { run, config, digits: loaded } = current;
      const single = wanted === 'step';
      try {
        tell(run.advance({ single, wantsPicture }));
        if (started?.isLost()) throw new Error('the graphics processor was taken away');
      } catch (error) {
        tell(run.rest());
        if (error instanceof DivergedError) {
          looping = false;
          drop();
          return fail('diverged', error);
        }
        const failed = started;
        drop();
        if (failed) giveUp(failed, error);
        looping = false;
        return begin(config, loaded, generation);
      }
      if (single) wanted = 'pause';
      await yieldToMessages();
    }
    looping = false;
    pauseHere();
  }

  function pauseHere(): void {
    tell(current?.run.finish());
    post({ type: 'paused' });
  }

  return {
    async handle(request: Request): Promise<void> {
      switch (request.type) {
        case 'start':
          return start(request.config, request.digitsUrl);
        case 'run':
        case 'step':
          wanted = request.type;
          return loop();
        case 'pause':
          wanted = 'pause';
          return;
        case 'drawn':
          wantsPicture = true;
          return;
        case 'weights':
          return post({ type: 'weights', saved: current?.run.weights() });
        case 'embed':
          return post({ type: 'embedded', points: current?.run.embed(request.images) });
        case 'ping':
          return post({ type: 'pong' });
      }
    },
  };
}
