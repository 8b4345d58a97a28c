import { useComputed } from '@preact/signals';
import { FileButton } from '#kit/controls/FileButton.tsx';
import { checkSaved } from '#training/fits.ts';
import { writeLayersModel } from '#training/network/layersModel.ts';
import { attempt } from './attempt.ts';
import type { OpenedFilesProps } from './filesProps.ts';
import { readModelFiles, settingsFor } from './modelFiles.ts';
import { type SavedFile, TwoFiles } from './TwoFiles.tsx';

/** The network, taken away and brought back. */
export function NetworkFiles({ lab, config, problem }: OpenedFilesProps) {
  const noNetwork = useComputed(
    () =>
      lab.embedding.value === undefined ||
      lab.status.value === 'failed' ||
      lab.runConfig.value === undefined,
  );
  const model = async (): Promise<readonly SavedFile[]> => {
    const saved = await lab.weights();
    if (!saved) {
      problem.value = 'There is no network to save: start a run first.';
      return [];
    }
    const { json, bytes } = writeLayersModel(saved);
    return [
      { name: 'model.json', type: 'application/json', content: json },
      {
        name: 'weights.bin',
        type: 'application/octet-stream',
        content: Uint8Array.from(bytes),
      },
    ];
  };
  const open = (files: readonly File[]) =>
    attempt(problem, 'The network was not taken', async () => {
      const saved = await readModelFiles(files);
      const wanted = settingsFor(saved, config());
      checkSaved(saved, wanted, lab.data.value);
      lab.load(saved, wanted);
    });
  return (
    <>
      <dt>The network</dt>
      <dd>
        <TwoFiles
          label="TensorFlow.js model"
          idle={noNetwork}
          names={['model.json', 'weights.bin']}
          make={model}
        />
        <span>
          model.json and weights.bin, for tf.loadLayersModel and for here (whether embeddings are
          divided by their length stands in the metadata):
        </span>
        <FileButton label="Open both files" multiple accept=".json,.bin" take={open} />
      </dd>
    </>
  );
}
