import { type ReadonlySignal, useComputed } from '@preact/signals';
import { Spoken } from '#kit/figure/Spoken.tsx';
import type { TrainingConfig } from '#training/config.ts';
import { downloadText } from '#training/run/downloadText.ts';
import type { Download } from '#training/run/run.ts';
import { followedPreset } from '../presets/presets.ts';
import type { Lab } from '../run/lab.ts';
import { subscripted } from '../settings/Prose.tsx';
import type { Story } from '../story/createStory.ts';
import {
  AWAITED,
  changedText,
  collapseText,
  failureText,
  fallbackText,
  PASSED,
  recordedText,
  smallText,
  unalignedText,
} from './notices.ts';
import { isInOrder, passageOf } from './passage.ts';
import { rescueText } from './rescued.ts';
import { standingText } from './standingText.ts';

interface NoticesProps {
  readonly lab: Lab;
  /** As the reader has set it, and of the run that is shown, where there is one. */
  readonly config: ReadonlySignal<TrainingConfig>;
  readonly shown: ReadonlySignal<TrainingConfig>;
  readonly story: Story;
}

/** What went wrong with the run. */
function troubles({ failure, fallbacks, backend, refusal }: Lab): string[] {
  const sentences: string[] = [];
  if (failure.value) sentences.push(failureText(failure.value));
  if (fallbacks.value.length > 0 && !failure.value)
    sentences.push(fallbackText(fallbacks.value, backend.value));
  if (refusal.value) sentences.push(`The run is as it was: ${refusal.value}.`);
  return sentences;
}

/** What the reader is to do, and what has come of it. */
function guidance({ lab, config, story }: NoticesProps): string[] {
  if (lab.isRecording.value) return [recordedText(lab.history.value, config.value)];
  if (story.isAwaited.value) return [AWAITED];
  const history = lab.history.value;
  const rescue = rescueText(history);
  const preset = followedPreset({
    config: config.value,
    firstConfig: lab.firstConfig.value,
    history,
  });
  // A preset that only asks to watch has said it once the collapse is named.
  const isSaid = lab.collapsed.value && !preset?.isDone;
  return [...(preset && !isSaid ? [preset.about] : []), ...(rescue ? [rescue] : [])];
}

/** What has become of the size of the cloud, where that tells something of the run. */
function sizeText({ collapsed, unaligned, history }: Lab, config: TrainingConfig): string[] {
  if (collapsed.value)
    return [isInOrder(history.value) ? smallText(config) : collapseText(config, history.value)];
  if (unaligned.value) return [unalignedText(config, history.value)];
  const passage = passageOf(history.value, config);
  return passage ? [PASSED[passage]] : [];
}

/** Sentences about the run: progress of what it waits for, what failed, what it has come to. */
export function Notices(props: NoticesProps) {
  const { lab, shown } = props;
  const { status, download, failure, current, history } = lab;
  const lines = useComputed(() => {
    const hasRun = status.value !== 'idle' && history.value.steps.length > 0;
    const isLeft = hasRun && !current.value && !failure.value;
    return [
      ...troubles(lab),
      ...sizeText(lab, shown.value),
      ...(isLeft ? [changedText(lab.changes.value, lab.canGoOn.value)] : []),
      ...guidance(props),
    ];
  });
  const waiting = useComputed(() => status.value === 'loading');
  const wait = useComputed(() => {
    if (lab.calibrating.value) return 'Measuring, this once, what trains fastest on this device';
    return download.value ? downloadText(download.value) : 'Getting the network ready';
  });
  const spoken = useComputed(() =>
    [...lines.value, ...(lab.isRecording.value ? [] : [standingText(history.value)])].join(' '),
  );
  return (
    <div class="lab-notices">
      <div class="lab-waiting" hidden={useComputed(() => !waiting.value)}>
        <span>{wait}</span>
        {useComputed(() => (
          <Progress download={download.value} />
        ))}
      </div>
      <div>
        {useComputed(() =>
          lines.value.map((line) => (
            <p key={line} data-drawing>
              {subscripted(line)}
            </p>
          )),
        )}
      </div>
      <Spoken text={spoken} moving={lab.isGoing} />
      <button
        type="button"
        hidden={useComputed(() => !lab.canGoOn.value || status.value === 'loading')}
        onClick={() => void lab.goOn()}
      >
        {useComputed(() => (lab.changes.value ? 'Go on in mid-run' : 'Go on with this network'))}
      </button>
      <button type="button" hidden={useComputed(() => status.value !== 'failed')} onClick={lab.run}>
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
