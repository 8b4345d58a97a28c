import { type ProxyMarked, proxy, type Remote } from 'comlink';
import type { DataReference } from '#data/sources/registry.ts';
import type { Calibration } from '../compute/calibrate.ts';
import type { TrainingConfig } from '../config.ts';
import type { FaceService } from '../faces/faceService.ts';
import { reasonOf } from '../reasonOf.ts';
import {
  type Change,
  type Failure,
  isFailure,
  type Refusal,
  type SessionEvent,
  type Setup,
  type TrainingSession,
} from './contract.ts';
import { Lifeline } from './lifeline.ts';

/** A worker that trains, from the page's side: begun when it is first needed. */
export interface TrainingClient {
  /** Opens a run. Failures, the worker's death among them, are values. */
  open(setup: Setup, onEvent: (event: SessionEvent) => void): Promise<TrainingSession | Failure>;
  /** Begins the worker and has it get ready what such a run takes; nothing is told of what fails. */
  prepare(setup: Setup, onEvent: (event: SessionEvent) => void): Promise<void>;
  /** Ends every run, those that are being opened too. */
  closeAll(): void;
  /** Measures what trains a network fastest here. */
  measure(network: TrainingConfig['network']): Promise<Calibration | Failure>;
  /** Asks the part of the worker that knows faces. Rejects with a sentence. */
  askFaces<T>(question: (faces: Remote<FaceService>) => Promise<T>): Promise<T>;
  /** Ends the worker and with it everything under way. */
  dispose(): void;
}

/** What breaks the page on an event is told where its author looks, not to the worker. */
const guarded = (onEvent: (event: SessionEvent) => void) => (event: SessionEvent) => {
  try {
    onEvent(event);
  } catch (error) {
    reportError(error);
  }
};

/** An error that the worker did not expect, as the failure that it is. */
const asFailure = (error: unknown): Failure => ({
  kind: 'worker',
  reason: `The training worker broke down (${reasonOf(error)})`,
});

const isLost = (answer: unknown): answer is Failure =>
  typeof answer === 'object' && answer !== null && isFailure(answer) && answer.kind === 'worker';

/** A session whose every answer comes, if only with the worker's death. */
function watched(remote: Remote<TrainingSession>, line: Lifeline): TrainingSession {
  const hold = <T>(answer: Promise<T>): Promise<T | Failure> => line.hold(answer).catch(asFailure);
  const orNothing = async <T>(answer: Promise<T | undefined>): Promise<T | undefined> => {
    const value = await hold(answer);
    return isLost(value) ? undefined : value;
  };
  return {
    run: () => hold(remote.run()),
    step: (count) => hold(remote.step(count)),
    pause: () => void remote.pause(),
    drawn: () => void remote.drawn(),
    async change(config) {
      const answer = await hold<Change | Refusal>(remote.change(config));
      return isFailure(answer) ? { refused: answer.reason } : answer;
    },
    embed: (images) => orNothing(remote.embed(images)),
    judge: () => orNothing(remote.judge()),
    inspect: () => orNothing(remote.inspect()),
    weights: () => orNothing(remote.weights()),
  };
}

/** The reader's own data are handed to a worker once. */
function sent(reference: DataReference, held: Set<string>): DataReference {
  if (reference.source !== 'own') return reference;
  const { id } = reference;
  if (held.has(id)) return { source: 'own', id };
  held.add(id);
  return reference;
}

const createWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function createTrainingClient(): TrainingClient {
  let line: Lifeline | undefined;
  let held = new Set<string>();
  let faces: Promise<Remote<FaceService>> | undefined;

  const connect = (): Lifeline => {
    if (line && !line.isBroken) return line;
    held = new Set();
    faces = undefined;
    line = new Lifeline(createWorker());
    return line;
  };

  const toSend = (setup: Setup): Setup => ({ ...setup, data: sent(setup.data, held) });

  return {
    async open(setup, onEvent) {
      const current = connect();
      const asked = current.remote.open(toSend(setup), proxy(guarded(onEvent)));
      const opened = await current
        .hold<Remote<TrainingSession & ProxyMarked> | Failure>(asked)
        .catch(asFailure);
      return isFailure(opened) ? opened : watched(opened, current);
    },
    async prepare(setup, onEvent) {
      const current = connect();
      const asked = current.remote.prepare(toSend(setup), proxy(guarded(onEvent)));
      await current.hold(asked).catch(() => undefined);
    },
    closeAll: () => void line?.remote.closeAll(),
    measure(network) {
      const current = connect();
      return current.hold(current.remote.measure(network)).catch(asFailure);
    },
    async askFaces(question) {
      const current = connect();
      faces ??= current.remote.openFaces().catch((error) => {
        // Part of it could not be fetched: the next who asks tries again.
        faces = undefined;
        throw error;
      });
      // Judging by all pairs keeps the worker busy for seconds at a time.
      const answer = await current.outlive(faces.then(question));
      if (isLost(answer)) throw new Error(`${answer.reason}.`);
      return answer;
    },
    dispose() {
      line?.cut();
      line = undefined;
    },
  };
}
