import { FileButton } from '#kit/controls/FileButton.tsx';
import { saveFile } from '#kit/files/saveFile.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import { attempt } from './attempt.ts';
import { readConfig, writeConfig } from './configFile.ts';
import type { OpenedFilesProps } from './filesProps.ts';
import { pytorchScript } from './pytorchScript.ts';

/** The settings, taken away and brought back, and the same run as a script. */
export function SettingsFiles({ lab, config, useSettings, problem }: OpenedFilesProps) {
  const changes = () => lab.history.value.changes ?? [];
  const save = () =>
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
    void attempt(problem, 'No script was written', () =>
      saveFile(pytorchScript(config(), changes()), 'run.py', 'text/x-python'),
    );
  };
  const open = ([file]: readonly File[]) =>
    attempt(problem, `${file!.name} was not taken`, async () =>
      useSettings(readConfig(await file!.text())),
    );
  return (
    <>
      <dt>The settings</dt>
      <dd>
        <button type="button" onClick={save}>
          Settings JSON
        </button>
        <button type="button" onClick={saveScript}>
          PyTorch script
        </button>
        <FileButton label="Open settings JSON" accept=".json,application/json" take={open} />
      </dd>
    </>
  );
}
