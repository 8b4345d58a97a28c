import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { DigitImage } from './DigitImage.tsx';
import { NEIGHBOURS, type Verdict } from './neighbours.ts';

interface DigitViewProps {
  readonly recording: ReadonlySignal<Recording | undefined>;
  readonly picked: ReadonlySignal<number | undefined>;
  readonly verdict: ReadonlySignal<Verdict | undefined>;
  readonly theme: ReadonlySignal<number>;
}

/** The picked digit as it was written, its nearest neighbours at this moment, and their vote. */
export function DigitView({ recording, picked, verdict, theme }: DigitViewProps) {
  const isEmpty = useComputed(() => picked.value === undefined);
  const label = useComputed(() =>
    picked.value === undefined ? undefined : recording.value?.labels[picked.value],
  );
  const outcome = useComputed(() => {
    if (!verdict.value) return '';
    const { vote } = verdict.value;
    return vote === label.value ? `vote ${vote}, and it is a ${vote}` : `vote ${vote}, wrongly`;
  });
  return (
    <div class="digit-view">
      <div class="digit-large">
        <DigitImage recording={recording} row={picked} theme={theme} />
      </div>
      <div class="digit-words">
        <p class="digit-hint" hidden={useComputed(() => !isEmpty.value)}>
          Point at any dot, or tap it, to see the handwritten digit behind it.
        </p>
        <p class="digit-name" data-drawing hidden={isEmpty}>
          This is a <strong>{label}</strong>. Its {NEIGHBOURS} nearest neighbours{' '}
          <span class="outcome">{outcome}</span>.
        </p>
        <div class="digit-neighbours">
          {Array.from({ length: NEIGHBOURS }, (_, place) => (
            <DigitImage
              key={place}
              recording={recording}
              row={useComputed(() => verdict.value?.nearest[place])}
              theme={theme}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
