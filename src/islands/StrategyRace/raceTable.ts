import type { LaneProgress } from './laneProgress.ts';

/** The race as a table, one line for each lane and step; a judgement stands in the line of its step. */
export function raceTable(names: readonly string[], lanes: readonly LaneProgress[]) {
  return lanes.flatMap(({ steps, evaluations }, index) => {
    const judged = new Map(evaluations.map((evaluation) => [evaluation.step, evaluation]));
    return steps.map(({ step, loss, activeShare }) => {
      const { knnAccuracy = '', recallAt1 = '' } = judged.get(step) ?? {};
      return [names[index]!, step, loss, activeShare, knnAccuracy, recallAt1];
    });
  });
}
export const TABLE_HEADER = ['lane', 'step', 'loss', 'activeShare', 'knnAccuracy', 'recallAt1'];
