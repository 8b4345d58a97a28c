import type { ReadonlySignal } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { saveFile } from '#kit/files/saveFile.ts';
import type { Lab } from '../run/lab.ts';
import { type EmbeddingTable, embeddingCsv, metadataTsv, vectorsTsv } from './embeddingTable.ts';
import { TwoFiles } from './TwoFiles.tsx';

const TSV = 'text/tab-separated-values';

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
  const projector = async () => [
    { name: 'vectors.tsv', type: TSV, content: vectorsTsv(table()) },
    { name: 'metadata.tsv', type: TSV, content: metadataTsv(table()) },
  ];
  const saveCsv = () => saveFile(embeddingCsv(table()), 'embedding.csv', 'text/csv');
  return (
    <>
      <dt>The embedding of the held-out samples</dt>
      <dd>
        <TwoFiles
          label="TSV pair"
          idle={noRun}
          names={['vectors.tsv', 'metadata.tsv']}
          make={projector}
        />
        <ActionButton idle={noRun} act={saveCsv}>
          CSV
        </ActionButton>
        <span>The pair is for the TensorFlow Embedding Projector.</span>
      </dd>
    </>
  );
}
