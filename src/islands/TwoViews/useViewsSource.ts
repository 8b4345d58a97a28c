import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { dataFile } from '#data/dataFile.ts';
import { loadRecording } from '#data/recordings/loadRecording.ts';
import { recordedPicture } from '#data/recordings/recordedPicture.ts';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { useFetch } from '#kit/figure/useFetch.ts';
import type { FigureHandle } from '#kit/figure/useFigure.ts';
import type { CloudSource } from '#kit/scatter/PictureCloud.tsx';
import { frameAt } from '#training/run/frames.ts';
import { isRecorded, type ViewsState } from './definition.ts';
import type { RecordedReadings } from './recorded.ts';
import { DIMS } from './runs.ts';
import type { ViewsRun } from './viewsRun.ts';

interface Known {
  readonly state: ReadonlySignal<ViewsState>;
  readonly run: ViewsRun;
  readonly figure: Pick<FigureHandle<ViewsState>, 'problems' | 'retry'>;
}

/** The run that is shown: the recorded one where it is what the settings say, or the reader's own. */
export function useViewsSource({ state, run, figure }: Known) {
  const fetched = useSignal<Recording | undefined>(undefined);
  useFetch(
    figure,
    () => loadRecording(dataFile('views.bin')),
    (recording) => {
      fetched.value = recording;
    },
  );
  const recording = useComputed(() =>
    !run.isCurrent.value && isRecorded(state.value) ? fetched.value : undefined,
  );
  const source = useComputed((): CloudSource | undefined => {
    const { step } = state.value;
    if (recording.value)
      return { labels: recording.value.labels, points: recordedPicture(recording.value, step) };
    const lane = run.isCurrent.value ? run.race.value.lanes[0] : undefined;
    const points = lane && frameAt(lane.frames, step)?.embedding;
    const labels = lane?.heldOut?.labels;
    return points && labels ? { labels, points, dims: DIMS } : undefined;
  });
  const readings = useComputed(() => {
    if (run.isCurrent.value) return run.readings.value;
    return (recording.value?.history as RecordedReadings | undefined)?.readings;
  });
  return { source, readings };
}
