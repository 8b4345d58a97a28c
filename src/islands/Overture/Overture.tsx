import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { loadRecording } from '#data/recordings/loadRecording.ts';
import type { Recording } from '#data/recordings/recordingFormat.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { formatNumber } from '#kit/figure/numberFormat.ts';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { onThemeChange } from '#kit/figure/theme.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { ClassLegend } from './ClassLegend.tsx';
import { DigitView } from './DigitView.tsx';
import { DriftPlane } from './DriftPlane.tsx';
import { instantOfMoment, momentIndexAt } from './drift.ts';
import { FilmStrip } from './FilmStrip.tsx';
import landmarks from './landmarks.json';
import { createDefinition, type OvertureQuantities, type OvertureState } from './definition.ts';
import { Timeline } from './Timeline.tsx';
import { useDriftPlayback } from './useDriftPlayback.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './Overture.css';

const prerendered = import.meta.env.SSR ? await import('./prerendered.ts') : undefined;

const SPEED_OPTIONS = [
  { value: 0.5, label: '½×' },
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
] as const;
/** What the page knows before the recording arrives. */
const ending = landmarks.at(-1)!;

const MARK_OPTIONS = [
  { value: 'dots', label: 'dots' },
  { value: 'handwriting', label: 'handwriting' },
] as const;

export default function Overture() {
  const recording = useSignal<Recording>();
  const [definition] = useState(() => createDefinition(() => recording.value));
  const figure = useFigure<OvertureState, OvertureQuantities | undefined>(definition);
  const { state, quantities, problems } = figure;
  const ready = useComputed(() => figure.ready.value && recording.value !== undefined);
  const theme = useSignal(0);
  const hovered = useSignal<number>();
  const playback = useDriftPlayback(figure, ready);

  useEffect(() => {
    loadRecording(`${import.meta.env.BASE_URL}data/overture.bin`).then(
      (loaded) => {
        recording.value = loaded;
      },
      (error: Error) => {
        problems.value = [error.message, ...problems.value];
      },
    );
    return onThemeChange(() => {
      theme.value++;
    });
  }, []);

  const set = (change: Partial<OvertureState>) => {
    state.value = { ...state.value, ...change };
  };
  const scrub = (at: number) => {
    playback.stop();
    set({ at: Math.min(1, Math.max(0, at)) });
  };
  const stepBy = (moments: number) => {
    if (!recording.value) return;
    const index = momentIndexAt(recording.value, state.value.at) + moments;
    scrub(instantOfMoment(recording.value, index));
  };

  const at = useComputed(() => state.value.at);
  const only = useComputed(() => state.value.only);
  const instant = useComputed(() => quantities.value?.instant);
  const picked = useComputed(() => {
    const { digit } = state.value;
    return hovered.value ?? (digit === 'none' ? undefined : digit);
  });
  const verdict = useComputed(() =>
    picked.value === undefined ? undefined : quantities.value?.verdictOn(picked.value),
  );
  const moment = useComputed(() => quantities.value?.moment ?? ending);
  const step = useComputed(() => String(moment.value.step));
  const loss = useComputed(() => moment.value.loss);
  const knnAccuracy = useComputed(() => moment.value.knnAccuracy);

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <DriftPlane
          state={state}
          recording={recording}
          instant={instant}
          verdict={verdict}
          picked={picked}
          hovered={hovered}
          theme={theme}
          still={prerendered?.still ?? ''}
          choose={(digit) => set({ digit })}
        />
      </div>
      <div class="figure-curve">
        <p class="read-outs">
          <Quantity label="step" name="step" value={step} />
          <Quantity label="k-NN accuracy" name="knnAccuracy" value={knnAccuracy} />
          <Quantity label="loss" name="loss" value={loss} />
        </p>
        <DigitView recording={recording} picked={picked} verdict={verdict} theme={theme} />
        <FilmStrip
          landmarks={landmarks}
          drawings={prerendered?.landmarks ?? []}
          ready={ready}
          go={scrub}
        />
        <ClassLegend only={only} ready={ready} set={(value) => set({ only: value })} />
      </div>
      <div class="transport">
        <button
          type="button"
          class="primary motion"
          disabled={useComputed(() => !ready.value)}
          onClick={playback.toggle}
        >
          {useComputed(() => (playback.playing.value ? 'Pause' : 'Play'))}
        </button>
        <Timeline
          at={at}
          spoken={useComputed(
            () => `Step ${step.value}, k-NN accuracy ${formatNumber(knnAccuracy.value)}`,
          )}
          accuracy={prerendered?.accuracy ?? ''}
          ready={ready}
          set={scrub}
          stepBy={stepBy}
        />
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Speed"
          name="speed"
          options={SPEED_OPTIONS}
          value={useComputed(() => state.value.speed)}
          ready={ready}
          set={(speed) => set({ speed })}
        />
        <Segmented
          legend="Draw the digits as"
          name="marks"
          options={MARK_OPTIONS}
          value={useComputed(() => state.value.marks)}
          ready={ready}
          set={(marks) => set({ marks })}
        />
        <FigureTools
          figure={{ ...figure, ready }}
          definition={definition}
          onReset={playback.stop}
        />
      </div>
    </>
  );
}
