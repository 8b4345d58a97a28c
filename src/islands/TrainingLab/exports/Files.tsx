import { useComputed, useSignal } from '@preact/signals';
import { ActionButton } from '#kit/controls/ActionButton.tsx';
import { saveFile } from '#kit/files/saveFile.ts';
import { EmbeddingFiles } from './EmbeddingFiles.tsx';
import type { FilesProps } from './filesProps.ts';
import { historyCsv } from './historyCsv.ts';
import { NetworkFiles } from './NetworkFiles.tsx';
import { SettingsFiles } from './SettingsFiles.tsx';
import './files.css';

/** What a run can be taken away as, and settings brought back. */
export default function Files({ lab, config, useSettings }: FilesProps) {
  const problem = useSignal('');
  const noRun = useComputed(() => lab.embedding.value === undefined);
  const saveCurves = () => saveFile(historyCsv(lab.history.value), 'curves.csv', 'text/csv');
  const opened = { lab, config, useSettings, problem };
  return (
    <div class="lab-files">
      <dl>
        <EmbeddingFiles lab={lab} noRun={noRun} />
        <dt>The curves</dt>
        <dd>
          <ActionButton idle={noRun} act={saveCurves}>
            Curves CSV
          </ActionButton>
        </dd>
        <NetworkFiles {...opened} />
        <SettingsFiles {...opened} />
      </dl>
      <p role="status" class="lab-problem">
        {problem}
      </p>
    </div>
  );
}
