import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { MOST_SAMPLES } from '#data/own/labelledVectors.ts';
import { FileButton } from '#kit/controls/FileButton.tsx';
import { Lazy } from '#kit/controls/Lazy.tsx';
import type { DataSource } from '#data/sources/registry.ts';
import { type ReadFiles, useOwnFiles } from '#islands/TrainingLab/data/useOwnFiles.ts';
import type { SettingsProps } from '../SettingsProps.ts';

interface OwnDataProps {
  readonly data: ReadonlySignal<DataSource>;
  readonly takeData: SettingsProps['takeData'];
}

const tell = ({ data, notes }: ReadFiles): string => [`${data.title}.`, ...notes].join(' ');

/**
 * Files of the reader's own to train on, chosen or dropped; what is wrong with them is told, and what a
 * table was taken for is shown before it is used.
 */
export function OwnData({ data, takeData }: OwnDataProps) {
  const files = useOwnFiles(takeData);
  const { take, correct, accept, stop, problem, isReading, table, proposed, used } = files;
  const isOver = useSignal(false);
  const isOwn = useComputed(() => data.value.reference.source === 'own');
  const isNew = useComputed(() => proposed.value !== undefined);
  const isAtRest = useComputed(
    () => !isOwn.value && !isNew.value && problem.value === '' && isReading.value === '',
  );
  const source = useComputed(() => {
    const notes = used.value?.data === data.value ? used.value.notes : [];
    return isNew.value ? '' : tell({ data: data.value, notes });
  });

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
        a second NPY file, or both in an NPZ), vectors with a table of their labels, or IDX images
        with theirs, gzipped or not; of more than {MOST_SAMPLES.toLocaleString('en')} samples a part
        is used. Choose them or drop them here. They are read on this device and never leave it.
      </p>
      <p class="lab-source" hidden={useComputed(() => !isOwn.value)}>
        {source}
      </p>
      <p class="lab-proposed" role="status">
        {useComputed(() => proposed.value && tell(proposed.value))}
      </p>
      <p class="lab-problem" role="status">
        {problem}
      </p>
      <div class="lab-read" hidden={isAtRest}>
        <Lazy
          wanted={useComputed(() => table.value !== undefined)}
          load={() => import('./ReadTable.tsx')}
          props={{ table, correct }}
        />
      </div>
      <button type="button" hidden={useComputed(() => !isNew.value)} onClick={accept}>
        Train on this table
      </button>
    </div>
  );
}
