import type { Digits } from '#data/digits/digitFormat.ts';
import type { Backend } from '../compute/backends.ts';
import { collapseLoss } from '../collapse.ts';
import { type TrainingConfig, validateConfig } from '../config.ts';
import type { EvaluationPoint, FailureKind, StepPoint } from '../service/messages.ts';
import { createTrainer, DivergedError, type Trainer } from '../trainer.ts';
import type { LaneReport, RaceReply, RaceRequest } from './messages.ts';

/** Judging 2,000 digits costs as much as many steps. Every lane is judged at the same ones. */
const EVALUATION_STEPS = 50;
const EARLY_EVALUATIONS: readonly number[] = [10, 20, 30];

interface Surroundings {
  post(reply: RaceReply, transfer?: Transferable[]): void;
  loadDigits(
    url: string,
    onProgress: (progress: { receivedBytes: number; totalBytes?: number }) => void,
  ): Promise<Digits>;
  /** In the order of trying. */
  readonly backends: readonly Backend[];
}

interface Lane {
  readonly config: TrainingConfig;
  readonly trainer: Trainer;
  isOut: boolean;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

const buffersOf = (lanes: readonly { readonly embedding?: Float32Array }[]): Transferable[] =>
  lanes.flatMap(({ embedding }) => (embedding ? [embedding.buffer] : []));

/**
 * A worker's side of a race: trains the lanes it hosts in turn, step by step, so that none gets
 * ahead of the others. See messages.ts.
 */
export function createRaceSession({ post, loadDigits, backends }: Surroundings) {
  let lanes: Lane[] = [];

  const fail = (kind: FailureKind, error: unknown) =>
    post({ type: 'failed', kind, reason: sentence(error) });

  async function judge({
    trainer,
  }: Lane): Promise<{ embedding: Float32Array; evaluation: EvaluationPoint }> {
    const embedding = await trainer.embedHeldOut();
    return { embedding, evaluation: { step: trainer.step, ...trainer.evaluate(embedding) } };
  }

  async function lineUp(configs: readonly TrainingConfig[], digits: Digits): Promise<void> {
    for (const backend of backends) {
      try {
        await backend.start();
        lanes = configs.map((config) => ({
          config,
          trainer: createTrainer(config, digits),
          isOut: false,
        }));
        const starts = await Promise.all(
          lanes.map(async (lane) => ({
            ...(await judge(lane)),
            collapseLoss: collapseLoss(lane.config),
          })),
        );
        const labels = digits.heldOut.labels.slice();
        post({ type: 'ready', backend: backend.name, labels, lanes: starts }, [
          labels.buffer,
          ...buffersOf(starts),
        ]);
        return;
      } catch (error) {
        post({ type: 'fallback', from: backend.name, reason: sentence(error) });
      }
    }
    fail('backend', 'No way to compute is left in this browser');
  }

  async function start(configs: readonly TrainingConfig[], url: string): Promise<void> {
    for (const { trainer } of lanes) trainer.dispose();
    lanes = [];
    try {
      configs.forEach(validateConfig);
    } catch (error) {
      return fail('settings', error);
    }
    let digits: Digits;
    try {
      digits = await loadDigits(url, (progress) => post({ type: 'downloading', ...progress }));
    } catch (error) {
      return fail('download', error);
    }
    await lineUp(configs, digits);
  }

  /** One step of a lane, or the reason for which it can take no more. */
  async function advance(
    lane: Lane,
    steps: StepPoint[],
  ): Promise<{ milliseconds: number; diverged?: string }> {
    try {
      const { step, loss, activeShare, time } = await lane.trainer.advance();
      steps.push({ step, loss, activeShare });
      return { milliseconds: time.network + time.mining + time.optimiser };
    } catch (error) {
      if (!(error instanceof DivergedError)) throw error;
      lane.isOut = true;
      return { milliseconds: 0, diverged: sentence(error) };
    }
  }

  async function round(count: number): Promise<void> {
    const taken = lanes.map(() => ({ steps: [] as StepPoint[], milliseconds: 0, diverged: '' }));
    let isDue = false;
    for (let k = 0; k < count; k++)
      for (const [index, lane] of lanes.entries()) {
        if (lane.isOut) continue;
        const own = taken[index]!;
        const { milliseconds, diverged = '' } = await advance(lane, own.steps);
        own.milliseconds += milliseconds;
        own.diverged = diverged;
        const { step } = lane.trainer;
        isDue ||= step % EVALUATION_STEPS === 0 || EARLY_EVALUATIONS.includes(step);
      }
    const reports: LaneReport[] = [];
    for (const [index, lane] of lanes.entries()) {
      const { steps, milliseconds, diverged } = taken[index]!;
      const seen = lane.isOut
        ? {}
        : isDue
          ? await judge(lane)
          : { embedding: await lane.trainer.embedHeldOut() };
      reports.push({ steps, milliseconds, ...seen, ...(diverged && { diverged }) });
    }
    post({ type: 'round', lanes: reports }, buffersOf(reports));
  }

  return {
    async handle(request: RaceRequest): Promise<void> {
      if (request.type === 'start') return start(request.configs, request.digitsUrl);
      try {
        await round(request.steps);
      } catch (error) {
        fail('backend', error);
      }
    },
  };
}
