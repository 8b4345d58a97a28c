import { useComputed } from '@preact/signals';
import { FileButton } from '#kit/controls/FileButton.tsx';
import { saveFile } from '#kit/files/saveFile.ts';
import { attempt } from './attempt.ts';
import { readConfig, writeConfig } from './configFile.ts';
import { dataNpy } from './dataNpy.ts';
import type { OpenedFilesProps } from './filesProps.ts';
import { OWN_DATA_FILE, ownDataset } from './pytorchData.ts';
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
  const saveScript = () =>
    attempt(problem, 'No script was written', () =>
      saveFile(pytorchScript(config(), changes(), lab.data.value), 'run.py', 'text/x-python'),
    );
  const own = useComputed(() => ownDataset(lab.data.value));
  const saveData = () => {
    if (own.value) saveFile(dataNpy(own.value), OWN_DATA_FILE, 'application/octet-stream');
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
        <button type="button" onClick={() => void saveScript()}>
          PyTorch script
        </button>
        <button type="button" hidden={useComputed(() => !own.value)} onClick={saveData}>
          Its {OWN_DATA_FILE}
        </button>
        <FileButton label="Open settings JSON" accept=".json,application/json" take={open} />
      </dd>
    </>
  );
}
