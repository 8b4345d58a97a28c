import type { StepTime } from './step.ts';

/** Where the time of a run goes, in milliseconds a step. */
export interface RunTime extends StepTime {
  /** Embedding the held-out samples, for the picture too, and judging them. */
  readonly evaluation: number;
}

export interface Speed {
  /** Images trained on per second of training; drawing and evaluation are not counted. */
  readonly imagesPerSecond: number;
  /** Means over the last steps. */
  readonly time: RunTime;
}

export const NO_TIME: RunTime = {
  sampling: 0,
  network: 0,
  mining: 0,
  optimiser: 0,
  fullPass: 0,
  evaluation: 0,
};

/** Averages the last steps, so that the read-out is steady and yet follows a change. */
const WINDOW = 100;

export function createSpeedometer(imagesPerStep: number) {
  let times: RunTime[] = [];
  const mean = (part: keyof RunTime) =>
    times.reduce((sum, time) => sum + time[part], 0) / Math.max(1, times.length);
  return {
    add(time: StepTime): void {
      times = [...times.slice(1 - WINDOW), { ...time, evaluation: 0 }];
    },
    /** Time for judging what the last step has led to. */
    addEvaluation(milliseconds: number): void {
      const last = times.pop();
      if (last) times.push({ ...last, evaluation: last.evaluation + milliseconds });
    },
    read(): Speed {
      const parts = Object.keys(NO_TIME) as (keyof RunTime)[];
      const time = Object.fromEntries(
        parts.map((part) => [part, mean(part)]),
      ) as unknown as RunTime;
      const training = parts.reduce((sum, part) => sum + time[part], -time.evaluation);
      return { imagesPerSecond: training > 0 ? (1000 * imagesPerStep) / training : 0, time };
    },
  };
}
