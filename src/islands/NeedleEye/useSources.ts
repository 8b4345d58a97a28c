import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { dataFile } from '#data/dataFile.ts';
import { loadRecording } from '#data/recordings/loadRecording.ts';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { useFetch } from '#kit/figure/useFetch.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import { frameAt } from '#training/run/frames.ts';
import { type EyeQuantities, type EyeState, isRecorded, type Sides } from './definition.ts';
import type { CloudSource } from '#kit/scatter/PictureCloud.tsx';
import type { EyeRun } from './eyeRun.ts';
import { liveSide } from './liveSide.ts';
import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import { recordedSide } from './recordedSide.ts';
import { type Distance, DISTANCES } from './runs.ts';

type Recordings = Readonly<Record<Distance, Recording>>;

const bothOf = <T>(of: (distance: Distance, index: number) => T) =>
  Object.fromEntries(DISTANCES.map((distance, index) => [distance, of(distance, index)])) as Record<
    Distance,
    T
  >;

/** Fetches both recordings. */
export function useRecordings(
  figure: FigureHandle<EyeState, EyeQuantities>,
): ReadonlySignal<Recordings | undefined> {
  const recordings = useSignal<Recordings | undefined>(undefined);
  const fetch = (distance: Distance) => loadRecording(dataFile(`needle-${distance}.bin`));
  useFetch(
    figure,
    () => Promise.all([fetch('squared'), fetch('plain')]),
    ([squared, plain]) => {
      recordings.value = { squared, plain };
    },
  );
  return recordings;
}

interface Known {
  readonly state: ReadonlySignal<EyeState>;
  readonly recordings: ReadonlySignal<Recordings | undefined>;
  readonly run: EyeRun;
}

/** The recordings where they are what the settings say, and nothing was begun. */
const useRecorded = ({ state, recordings, run }: Known) =>
  useComputed(() =>
    run.begun.value === undefined && isRecorded(state.value) ? recordings.value : undefined,
  );

/** What is drawn of either run at the shown step, and the steps that there is a picture of. */
export function useClouds(known: Known) {
  const { state, run } = known;
  const recorded = useRecorded(known);
  const step = useComputed(() => state.value.step);
  const frames = bothOf((_, index) =>
    useComputed(() => {
      const lane = run.begun.value && run.race.value.lanes[index];
      return lane && frameAt(lane.frames, step.value);
    }),
  );
  const labels = useComputed(() => run.race.value.lanes[0]?.heldOut?.labels);
  const sources = bothOf((distance) =>
    useComputed((): CloudSource | undefined => {
      const recording = recorded.value?.[distance];
      if (recording)
        return { labels: recording.labels, points: recordedPicture(recording, step.value) };
      const points = frames[distance].value?.embedding;
      return points && labels.value
        ? { labels: labels.value, points, dims: points.length / labels.value.length }
        : undefined;
    }),
  );
  const moments = useComputed((): readonly number[] => {
    const told = recorded.value?.plain.moments ?? run.race.value.lanes[0]?.frames ?? [];
    return told.map(({ step: at }) => at);
  });
  return { sources, moments };
}

/** The curves of the two runs that are shown, at whatever step; undefined while nothing is known of them. */
export function useSides(known: Known): ReadonlySignal<Sides | undefined> {
  const { run } = known;
  const recorded = useRecorded(known);
  return useComputed(() => {
    if (run.begun.value !== undefined) {
      const { lanes } = run.race.value;
      return lanes.length > 0 ? bothOf((_, index) => liveSide(lanes[index]!)) : undefined;
    }
    const both = recorded.value;
    return both && bothOf((distance) => recordedSide(both[distance]));
  });
}
