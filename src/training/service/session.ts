import type { Digits } from '#data/digits/digitFormat.ts';
import type { Backend, Hardware } from '../compute/backends.ts';
import { type Calibration, calibrate, quickestFirst } from '../compute/calibrate.ts';
import { collapseLoss } from '../collapse.ts';
import { type TrainingConfig, validateConfig } from '../config.ts';
import type { Dataset } from '../dataset.ts';
import { checkFit, checkSaved } from '../fits.ts';
import { buffersOf } from '../inspectedBatch.ts';
import type { SavedNetwork } from '../network/layersModel.ts';
import type { ComputeWith, FailureKind, Reply, Request } from './messages.ts';
import { createRun, type Report, type Run } from '../run/run.ts';
import { DivergedError } from '../trainer.ts';

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

type StartRequest = Extract<Request, { type: 'start' }>;

/** What a run begins with; on another backend it begins again with the same. */
interface Beginning {
  readonly config: TrainingConfig;
  readonly data: Dataset;
  readonly saved?: SavedNetwork;
  readonly computeWith: ComputeWith;
}

/** A graphics processor is asked so often whether it is still there. */
const LOSS_MILLISECONDS = 200;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

/** The worker's side of the conversation with the page: see messages.ts. */
export function createSession({ post, loadDigits, backends, yieldToMessages }: Surroundings) {
  let wanted: 'run' | 'step' | 'pause' = 'pause';
  let wantsPicture = false;
  /** How often the last batch was asked for: it is told between steps. */
  let wantedBatches = 0;
  let looping = false;
  let current: { run: Run; begun: Beginning } | undefined;
  let started: Backend | undefined;
  let usable = [...backends];
  let digits: Digits | undefined;
  let ownData: Dataset | undefined;
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

  /** What is computed; an error once the backend is lost, as one that was taken away never answers. */
  async function unlessLost<T>(work: Promise<T>): Promise<T> {
    const backend = started;
    if (!backend?.hardware) return work;
    let watch: ReturnType<typeof setInterval> | undefined;
    const lost = new Promise<never>((_, reject) => {
      watch = setInterval(() => {
        if (backend.isLost()) reject(new Error('the graphics processor was taken away'));
      }, LOSS_MILLISECONDS);
    });
    try {
      return await Promise.race([work, lost]);
    } finally {
      clearInterval(watch);
    }
  }

  /** An answer to the page: undefined where there is no network, or none that still answers. */
  const answer = <T>(work: Promise<T> | undefined): Promise<T | undefined> =>
    work ? unlessLost(work).catch(() => undefined) : Promise.resolve(undefined);

  async function tellBatch(): Promise<void> {
    for (; wantedBatches > 0; wantedBatches--) {
      const batch = await answer(current?.run.inspectBatch());
      post({ type: 'inspected', batch }, batch ? buffersOf(batch) : []);
    }
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

  /** Tries some steps on each backend. What the session computed with is not current any more. */
  async function measure(
    candidates: readonly Backend[],
    network: TrainingConfig['network'],
  ): Promise<Calibration> {
    post({ type: 'calibrating' });
    started = undefined;
    const calibration = await calibrate({ candidates, network });
    post({ type: 'calibrated', calibration });
    return calibration;
  }

  /** Those that may be the fastest here: each has a processor of its own. */
  async function candidates(accepts: (hardware: Hardware) => boolean): Promise<Backend[]> {
    const found = await Promise.all(
      usable.map(async ({ name, hardware }) =>
        hardware ? accepts(await hardware()) : name === 'wasm',
      ),
    );
    return usable.filter((_, index) => found[index]);
  }

  /** The backends that can be used, the one to try first in front. */
  async function inOrder({ config, computeWith }: Beginning): Promise<readonly Backend[]> {
    const { choice, known } = computeWith;
    if (choice !== 'fastest')
      return usable.toSorted((a, b) => Number(b.name === choice) - Number(a.name === choice));
    if (known?.network === config.network) return quickestFirst(usable, known);
    const worthTrying = await candidates((hardware) => hardware === 'graphics');
    // Where there is but one there is nothing to choose.
    if (worthTrying.length < 2) return usable;
    return quickestFirst(usable, await measure(worthTrying, config.network));
  }

  async function begin(begun: Beginning, asked: number): Promise<void> {
    const { config, data, saved } = begun;
    const ordered = await inOrder(begun);
    for (const backend of ordered) {
      if (asked !== generation) return;
      try {
        if (started !== backend) {
          post({ type: 'preparing', backend: backend.name });
          await backend.start();
          started = backend;
        }
        if (asked !== generation) return;
        const run = createRun(config, data, saved);
        current = { run, begun };
        const { evaluation, embedding } = await unlessLost(run.evaluate());
        if (asked !== generation) return;
        const labels = data.heldOut.labels.slice();
        const images = data.heldOut.images.slice();
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
        // The order to run may be waiting already: this must not say before that it has paused.
        await yieldToMessages();
        const ended = loop();
        // Only a run that goes on is left to itself.
        if (wanted === 'pause') await ended;
        return;
      } catch (error) {
        // What an earlier run ran into as it was taken away is of no concern.
        if (asked !== generation) return;
        drop();
        giveUp(backend, error);
      }
    }
    fail(
      'backend',
      'No way to compute is left in this browser: WebAssembly, WebGPU, WebGL and plain JavaScript failed',
    );
  }

  async function start(request: StartRequest): Promise<void> {
    const { config, digitsUrl, saved, computeWith, ...asks } = request;
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
    if (asks.ownData === undefined) ownData = undefined;
    else if (asks.ownData !== 'kept') ownData = asks.ownData;
    if (!ownData && !digits) {
      try {
        const loaded = await loadDigits(digitsUrl, (progress) => {
          if (asked === generation) post({ type: 'downloading', ...progress });
        });
        digits = loaded;
      } catch (error) {
        if (asked === generation) fail('download', error);
        return;
      }
    }
    if (asked !== generation) return;
    const data = ownData ?? digits;
    if (!data) return fail('download', 'There are no data to train on');
    try {
      checkFit(config, data);
      if (saved) checkSaved(saved, config, data);
    } catch (error) {
      return fail('settings', error);
    }
    await begin({ config, data, computeWith, ...(saved && { saved }) }, asked);
  }

  function change(config: TrainingConfig): void {
    const refuse = (reason: string) => post({ type: 'refused', reason });
    if (!current) {
      refuse('there is no run to go on with');
      return;
    }
    const { run, begun } = current;
    try {
      run.reconfigure(config);
    } catch (error) {
      refuse(sentence(error));
      return;
    }
    // Should the backend be lost, the run begins again under the settings that it has now.
    current = { run, begun: { ...begun, config } };
    tell(run.rest());
    post({ type: 'changed', step: run.step(), config, collapseLoss: collapseLoss(config) });
  }

  /** Trains while that is wanted. What a backend cannot do any more, the next one begins again. */
  async function loop(): Promise<void> {
    if (looping || !current) return;
    looping = true;
    while (current && wanted !== 'pause') {
      const { run, begun }: NonNullable<typeof current> = current;
      const single = wanted === 'step';
      try {
        const report = await unlessLost(run.advance({ single, wantsPicture }));
        // Another run may have been asked for while this one waited for its numbers.
        if (current?.run !== run) continue;
        tell(report);
        await tellBatch();
        if (started?.isLost()) throw new Error('the graphics processor was taken away');
      } catch (error) {
        if (current?.run !== run) continue;
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
        return begin(begun, generation);
      }
      if (single) wanted = 'pause';
      await yieldToMessages();
    }
    looping = false;
    await tellBatch();
    await pauseHere();
  }

  async function pauseHere(): Promise<void> {
    const stopped = current?.run;
    const report = await answer(stopped?.finish());
    if (current?.run === stopped) tell(report);
    post({ type: 'paused' });
  }

  /** Ends the run, as every backend in turn becomes the current one. */
  async function measureAgain(network: TrainingConfig['network']): Promise<void> {
    generation++;
    drop();
    wanted = 'pause';
    usable = [...backends];
    await measure(await candidates((hardware) => hardware !== 'none'), network);
  }

  return {
    async handle(request: Request): Promise<void> {
      switch (request.type) {
        case 'start':
          return start(request);
        case 'calibrate':
          return measureAgain(request.network);
        case 'change':
          return change(request.config);
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
        case 'inspect':
          wantedBatches++;
          if (!looping) await tellBatch();
          return;
        case 'weights':
          return post({ type: 'weights', saved: await answer(current?.run.weights()) });
        case 'embed':
          return post({
            type: 'embedded',
            points: await answer(current?.run.embed(request.images)),
          });
        case 'ping':
          return post({ type: 'pong' });
      }
    },
  };
}
