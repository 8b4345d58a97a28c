import type { StepTime } from './step.ts';

/** Where the time of a run goes, in milliseconds a step. */
export interface RunTime extends StepTime {
  /** Embedding the held-out samples, for the picture too, and judging them. */
  readonly evaluation: number;
  /** What is left between one step and the next: messages, and others at the same processor. */
  readonly other: number;
}

/** As the reader gets it: by the clock on the wall, with everything that goes on beside training. */
export interface Speed {
  readonly stepsPerSecond: number;
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
  other: 0,
};

/** Averages the steps of the last milliseconds, so that the read-out is steady and yet follows a change. */
const WINDOW = 2000;

/** A step with what followed it, and the time from the end of the one before to its own. */
interface Timed extends Omit<RunTime, 'other'> {
  readonly wall: number;
  /** Milliseconds of the run before it, without pauses. */
  readonly begun: number;
}

const sumOf = (times: readonly Timed[], part: keyof Timed) =>
  times.reduce((sum, time) => sum + time[part], 0);

export function createSpeedometer(imagesPerStep: number, now = () => performance.now()) {
  const times: Timed[] = [];
  let ran = 0;
  /** Until when time belongs to steps; none passes while the run is paused. */
  let until: number | undefined;

  return {
    /** Steps are taken from now on. */
    goOn(): void {
      until ??= now();
    },
    /** None is, until it goes on. */
    pause(): void {
      until = undefined;
    },
    /** A step is over. */
    add(time: StepTime): void {
      const wall = now() - (until ?? now());
      until = now();
      times.push({ ...time, evaluation: 0, wall, begun: ran });
      ran += wall;
      while (times.length > 1 && times[0]!.begun < ran - WINDOW) times.shift();
    },
    /** Time for judging what the last step has led to. */
    addEvaluation(milliseconds: number): void {
      const last = times.at(-1);
      if (last && until !== undefined)
        times.splice(-1, 1, { ...last, evaluation: last.evaluation + milliseconds });
    },
    read(): Speed {
      const steps = Math.max(1, times.length);
      const mean = (part: keyof Timed) => sumOf(times, part) / steps;
      const known = {
        sampling: mean('sampling'),
        network: mean('network'),
        mining: mean('mining'),
        optimiser: mean('optimiser'),
        fullPass: mean('fullPass'),
        evaluation: mean('evaluation'),
      };
      const wall = mean('wall') + (until === undefined ? 0 : now() - until) / steps;
      const other = Math.max(0, wall - Object.values(known).reduce((sum, part) => sum + part, 0));
      const stepsPerSecond = times.length > 0 && wall > 0 ? 1000 / wall : 0;
      return {
        stepsPerSecond,
        imagesPerSecond: imagesPerStep * stepsPerSecond,
        time: { ...known, other },
      };
    },
  };
}
