import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { TrainingConfig } from '#training/config.ts';
import type { Download } from '#training/run/run.ts';
import type { Lab } from '../run/lab.ts';
import { changedText, collapseText, downloadText, failureText, fallbackText } from './notices.ts';

interface NoticesProps {
  readonly lab: Lab;
  readonly config: ReadonlySignal<TrainingConfig>;
}

/** Sentences about the run: progress of what it waits for, what failed, what it has come to. */
export function Notices({ lab, config }: NoticesProps) {
  const { status, download, failure, fallbacks, backend, collapsed, current, history } = lab;
  const lines = useComputed(() => {
    const sentences: string[] = [];
    if (failure.value) sentences.push(failureText(failure.value));
    if (fallbacks.value.length > 0 && !failure.value) {
      sentences.push(fallbackText(fallbacks.value, backend.value));
    }
    if (lab.refusal.value) sentences.push(`The run is as it was: ${lab.refusal.value}.`);
    if (collapsed.value) sentences.push(collapseText(config.value));
    if (!current.value && history.value.steps.length > 0 && !failure.value) {
      sentences.push(changedText(lab.changes.value, lab.canGoOn.value));
    }
    return sentences;
  });
  const waiting = useComputed(() => status.value === 'loading');
  const wait = useComputed(() => {
    if (lab.calibrating.value) return 'Measuring, this once, what trains fastest on this device';
    return download.value ? downloadText(download.value) : 'Getting the network ready';
  });
  return (
    <div class="lab-notices">
      <div class="lab-waiting" hidden={useComputed(() => !waiting.value)}>
        <span>{wait}</span>
        {useComputed(() => (
          <Progress download={download.value} />
        ))}
      </div>
      <div role="status">
        {useComputed(() => lines.value.map((line) => <p key={line}>{line}</p>))}
      </div>
      <button
        type="button"
        hidden={useComputed(() => !lab.canGoOn.value || status.value === 'loading')}
        onClick={() => void lab.goOn()}
      >
        {useComputed(() => (lab.changes.value ? 'Go on in mid-run' : 'Go on with this network'))}
      </button>
      <button
        type="button"
        hidden={useComputed(() => status.value !== 'failed')}
        onClick={lab.startOver}
      >
        Try again
      </button>
    </div>
  );
}

/** Without a known length it only says that something is going on. */
function Progress({ download }: { readonly download: Download | undefined }) {
  const label = 'Progress of the download';
  return download?.totalBytes === undefined ? (
    <progress aria-label={label} />
  ) : (
    <progress aria-label={label} max={download.totalBytes} value={download.receivedBytes} />
  );
}
