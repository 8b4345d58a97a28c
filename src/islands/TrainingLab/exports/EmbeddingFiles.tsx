import type { ReadonlySignal } from '@preact/signals';
import { saveFile } from '#kit/files/saveFile.ts';
import type { Lab } from '../run/lab.ts';
import { type EmbeddingTable, embeddingCsv, metadataTsv, vectorsTsv } from './embeddingTable.ts';

interface EmbeddingFilesProps {
  readonly lab: Lab;
  readonly noRun: ReadonlySignal<boolean>;
}

/** The embedding of the held-out samples, as tables. */
export function EmbeddingFiles({ lab, noRun }: EmbeddingFilesProps) {
  const table = (): EmbeddingTable => {
    const values = lab.embedding.value!;
    const { classes } = lab.data.value;
    const labels = Array.from(lab.heldOut.value!.labels, (label) => classes[label] ?? `${label}`);
    return { values, dims: values.length / labels.length, labels };
  };
  const saveProjector = () => {
    saveFile(vectorsTsv(table()), 'vectors.tsv', 'text/tab-separated-values');
    saveFile(metadataTsv(table()), 'metadata.tsv', 'text/tab-separated-values');
  };
  const saveCsv = () => saveFile(embeddingCsv(table()), 'embedding.csv', 'text/csv');
  return (
    <>
      <dt>The embedding of the held-out samples</dt>
      <dd>
        <button type="button" disabled={noRun} onClick={saveProjector}>
          TSV pair
        </button>
        <button type="button" disabled={noRun} onClick={saveCsv}>
          CSV
        </button>
        <span>The pair is for the TensorFlow Embedding Projector.</span>
      </dd>
    </>
  );
}
