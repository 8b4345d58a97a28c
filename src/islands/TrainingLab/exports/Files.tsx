import { useComputed, useSignal } from '@preact/signals';
import { saveFile } from '#kit/files/saveFile.ts';
import type { TrainingConfig } from '#training/config.ts';
import { checkSaved } from '#training/fits.ts';
import { writeLayersModel } from '#training/network/layersModel.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import type { Lab } from '../run/lab.ts';
import { readConfig, writeConfig } from './configFile.ts';
import { type EmbeddingTable, embeddingCsv, metadataTsv, vectorsTsv } from './embeddingTable.ts';
import { historyCsv } from './historyCsv.ts';
import { readModelFiles, settingsFor } from './modelFiles.ts';
import { pytorchScript } from './pytorchScript.ts';
import './files.css';

interface FilesProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly config: () => TrainingConfig;
  readonly useSettings: (config: TrainingConfig) => void;
}

/** What a run can be taken away as, and settings brought back. */
export default function Files({ lab, config, useSettings }: FilesProps) {
  const problem = useSignal('');
  const noRun = useComputed(() => lab.embedding.value === undefined);
  const noNetwork = useComputed(
    () => noRun.value || lab.status.value === 'failed' || lab.runConfig.value === undefined,
  );

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
  const saveModel = async () => {
    const saved = await lab.weights();
    if (!saved) {
      problem.value = 'There is no network to save: start a run first.';
      return;
    }
    const { json, bytes } = writeLayersModel(saved);
    saveFile(json, 'model.json', 'application/json');
    saveFile(Uint8Array.from(bytes), 'weights.bin', 'application/octet-stream');
  };
  const changes = () => lab.history.value.changes ?? [];
  const saveSettings = () =>
    saveFile(
      writeConfig(lab.firstConfig.value ?? config(), changes()),
      'settings.json',
      'application/json',
    );
  const saveScript = () => {
    if (lab.data.value !== MNIST) {
      problem.value = 'The script is written for the digits: go back to them first.';
      return;
    }
    try {
      saveFile(pytorchScript(config(), changes()), 'run.py', 'text/x-python');
      problem.value = '';
    } catch (error) {
      problem.value = `No script was written: ${(error as Error).message}.`;
    }
  };
  const openModel = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    try {
      const saved = await readModelFiles(files);
      const wanted = settingsFor(saved, config());
      checkSaved(saved, wanted, lab.data.value);
      lab.load(saved, wanted);
      problem.value = '';
    } catch (error) {
      problem.value = `The network was not taken: ${error instanceof Error ? error.message : error}.`;
    }
    input.value = '';
  };
  const openSettings = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      useSettings(readConfig(await file.text()));
      problem.value = '';
    } catch (error) {
      problem.value = `${file.name} was not taken: ${error instanceof Error ? error.message : error}.`;
    }
    // The same file may be chosen again after it was mended.
    input.value = '';
  };

  return (
    <div class="lab-files">
      <dl>
        <dt>The embedding of the held-out samples</dt>
        <dd>
          <button type="button" disabled={noRun} onClick={saveProjector}>
            TSV pair
          </button>
          <button
            type="button"
            disabled={noRun}
            onClick={() => saveFile(embeddingCsv(table()), 'embedding.csv', 'text/csv')}
          >
            CSV
          </button>
          <span>The pair is for the TensorFlow Embedding Projector.</span>
        </dd>
        <dt>The curves</dt>
        <dd>
          <button
            type="button"
            disabled={noRun}
            onClick={() => saveFile(historyCsv(lab.history.value), 'curves.csv', 'text/csv')}
          >
            Curves CSV
          </button>
        </dd>
        <dt>The network</dt>
        <dd>
          <button type="button" disabled={noNetwork} onClick={() => void saveModel()}>
            TensorFlow.js model
          </button>
          <span>
            model.json and weights.bin, for tf.loadLayersModel and for here (whether embeddings are
            divided by their length stands in the metadata):
          </span>
          <label class="lab-open">
            Open both files
            <input
              type="file"
              multiple
              accept=".json,.bin"
              onChange={({ currentTarget }) => void openModel(currentTarget)}
            />
          </label>
        </dd>
        <dt>The settings</dt>
        <dd>
          <button type="button" onClick={saveSettings}>
            Settings JSON
          </button>
          <button type="button" onClick={saveScript}>
            PyTorch script
          </button>
          <label class="lab-open">
            Open settings JSON
            <input
              type="file"
              accept=".json,application/json"
              onChange={({ currentTarget }) => void openSettings(currentTarget)}
            />
          </label>
        </dd>
      </dl>
      <p role="status" class="lab-problem">
        {problem}
      </p>
    </div>
  );
}
