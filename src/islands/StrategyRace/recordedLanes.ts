import type { LaneProgress } from './laneProgress.ts';
import { type Standing, standings } from './progress.ts';
import recorded from './recordedRace.json' with { type: 'json' };

/** The lanes of the recorded race, each of its steps the mean of a few. */
export const recordedLanes: readonly LaneProgress[] = recorded.lanes.map(
  ({ loss, activeShare, evaluations }) => ({
    steps: loss.map((mean, index) => ({
      step: (index + 1) * recorded.meanOf,
      loss: mean,
      activeShare: activeShare[index]!,
    })),
    evaluations,
    embedding: undefined,
    collapseLoss: 0,
    millisecondsPerStep: undefined,
    diverged: undefined,
  }),
);

export const recordedStandings: readonly Standing[] = standings(recordedLanes);
