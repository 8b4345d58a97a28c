import type { StepTime } from './trainer.ts';

export interface Speed {
  /** Images trained on per second of training; drawing and evaluation are not counted. */
  readonly imagesPerSecond: number;
  /** Mean time of a step by part, in milliseconds. */
  readonly time: StepTime;
}

/** Averages the last steps, so that the read-out is steady and yet follows a change. */
const WINDOW = 50;

export function createSpeedometer(imagesPerStep: number) {
  let times: StepTime[] = [];
  const mean = (part: keyof StepTime) =>
    times.reduce((sum, time) => sum + time[part], 0) / Math.max(1, times.length);
  return {
    add(time: StepTime): void {
      times = [...times.slice(1 - WINDOW), time];
    },
    read(): Speed {
      const time = {
        network: mean('network'),
        mining: mean('mining'),
        optimiser: mean('optimiser'),
        fullPass: mean('fullPass'),
      };
      const total = time.network + time.mining + time.optimiser + time.fullPass;
      return { imagesPerSecond: total > 0 ? (1000 * imagesPerStep) / total : 0, time };
    },
  };
}
