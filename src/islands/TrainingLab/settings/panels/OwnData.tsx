import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { MOST_SAMPLES } from '#data/own/labelledVectors.ts';
import { FileButton } from '#kit/controls/FileButton.tsx';
import { Lazy } from '#kit/controls/Lazy.tsx';
import type { DataSource } from '#data/sources/registry.ts';
import { useOwnFiles } from '#islands/TrainingLab/data/useOwnFiles.ts';
import type { SettingsProps } from '../SettingsProps.ts';

interface OwnDataProps {
  readonly data: ReadonlySignal<DataSource>;
  readonly takeData: SettingsProps['takeData'];
}

/** Files of the reader's own to train on, chosen or dropped; what is wrong with them is told. */
export function OwnData({ data, takeData }: OwnDataProps) {
  const { take, correct, stop, problem, isReading, table, notes } = useOwnFiles(takeData);
  const isOver = useSignal(false);
  const isOwn = useComputed(() => data.value.reference.source === 'own');

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can also be chosen.
    <div
      class="lab-own-data"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <FileButton label="Choose your own data" multiple take={take} />
      <span class="lab-reading" hidden={useComputed(() => isReading.value === '')}>
        {useComputed(() => `Reading ${isReading.value}`)} <progress aria-label="Reading" />
        <button type="button" onClick={stop}>
          Stop
        </button>
      </span>
      <p>
        A table of numbers with a column of labels (CSV and the like), NumPy arrays (labels last, in
        a second NPY file, or both in an NPZ), or IDX images with their labels, gzipped or not; of
        more than {MOST_SAMPLES.toLocaleString('en')} samples a part is used. Choose them or drop
        them here. They are read on this device and never leave it.
      </p>
      <p class="lab-source" hidden={useComputed(() => !isOwn.value)}>
        {useComputed(() => [`${data.value.title}.`, ...notes.value].join(' '))}
      </p>
      <p class="lab-problem" role="status">
        {problem}
      </p>
      <div class="lab-read" hidden={useComputed(() => !isOwn.value && problem.value === '')}>
        <Lazy
          wanted={useComputed(() => table.value !== undefined)}
          load={() => import('./ReadTable.tsx')}
          props={{ table, correct }}
        />
      </div>
    </div>
  );
}
