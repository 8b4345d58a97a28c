import { loadRecording } from '#data/recordings/loadRecording.ts';
import { LEVELS, type Recording } from '#data/recordings/recordingFormat.ts';
import { dataFile } from '#data/dataFile.ts';
import { plateauOf } from '#training/settings/choices.ts';
import { DEFAULT_CONFIG } from '#training/settings/table.ts';
import type { Frame } from '#training/run/frames.ts';
import type { History } from '#training/run/history.ts';
import type { Recorded } from './recorded.ts';

/** Where the digits lay at a moment of a recording, row-major. */
function frameAt({ moments, positions, labels }: Recording, moment: number): Frame {
  const { step, extent } = moments[moment]!;
  const rows = labels.length;
  const from = 2 * rows * moment;
  const embedding = new Float32Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    embedding[2 * row] = (positions[from + row]! * extent) / LEVELS;
    embedding[2 * row + 1] = (positions[from + rows + row]! * extent) / LEVELS;
  }
  return { step, embedding };
}

/** What a run would have shown that went as the recording did. */
export function asRun(recording: Recording): Recorded {
  const frames = recording.moments.map((_, moment) => frameAt(recording, moment));
  return {
    history: recording.history as History,
    heldOut: { labels: recording.labels, images: undefined },
    frames,
    embedding: frames.at(-1)!.embedding,
    collapseLoss: plateauOf(DEFAULT_CONFIG).height,
  };
}

/** Fetches the recorded run (scripts/record-run.ts). */
export const loadRecorded = async (): Promise<Recorded> =>
  asRun(await loadRecording(dataFile('run.bin')));
