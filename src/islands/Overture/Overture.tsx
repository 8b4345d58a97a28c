import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { dataFile } from '#data/dataFile.ts';
import { loadRecording } from '#data/recordings/loadRecording.ts';
import type { Moment, Recording } from '#data/recordings/recordingFormat.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { onThemeChange } from '#kit/figure/theme.ts';
import { useFetch } from '#kit/figure/useFetch.ts';
import { type FigureHandle, useFigure } from '#kit/figure/useFigure.ts';
import { ClassLegend } from './ClassLegend.tsx';
import { DigitView } from './DigitView.tsx';
import { DriftPlane } from './DriftPlane.tsx';
import { createDefinition, type OvertureQuantities, type OvertureState } from './definition.ts';
import { instantOfMoment, momentIndexAt } from './drift.ts';
import { FilmStrip } from './FilmStrip.tsx';
import landmarks from './landmarks.json';
import { OvertureControls } from './OvertureControls.tsx';
import { Transport } from './Transport.tsx';
import { useDriftPlayback } from './useDriftPlayback.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './Overture.css';

const prerendered = import.meta.env.SSR ? await import('./prerendered.ts') : undefined;
const { still = '', accuracy = '', landmarks: drawings = [] } = prerendered ?? {};

/** What the page knows before the recording arrives. */
const ending = landmarks.at(-1)!;

/** Digits drift from a muddle into clusters: a recorded run of the article's own trainer. */
export default function Overture() {
  const recording = useSignal<Recording>();
  const [definition] = useState(() => createDefinition(() => recording.value));
  const figure = useFigure<OvertureState, OvertureQuantities | undefined>(definition);
  const { state, quantities } = figure;
  const ready = useComputed(() => figure.ready.value && recording.value !== undefined);
  const theme = useArrivals(recording, figure);
  const playback = useDriftPlayback(figure, ready);
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
  const hovered = useSignal<number>();
  const picked = useComputed(() => {
    const { digit } = state.value;
    return hovered.value ?? (digit === 'none' ? undefined : digit);
  });
  const verdict = useComputed(() =>
    picked.value === undefined ? undefined : quantities.value?.verdictOn(picked.value),
  );
  const instant = useComputed(() => quantities.value?.instant);
  const moment = useComputed(() => quantities.value?.moment ?? ending);
  const at = useComputed(() => state.value.at);
  const only = useComputed(() => state.value.only);
  const drift = { state, recording, instant, verdict, picked, theme };
  const tools = { ...figure, ready };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <DriftPlane
            drift={drift}
            hovered={hovered}
            still={still}
            choose={(digit) => set({ digit })}
          />
        </div>
        <MomentReadOuts moment={moment} />
        <Transport {...{ at, moment, playback, accuracy, ready, scrub, stepBy }} />
      </div>
      <div class="figure-curve">
        <DigitView recording={recording} picked={picked} verdict={verdict} theme={theme} />
        <FilmStrip landmarks={landmarks} drawings={drawings} ready={ready} go={scrub} />
        <ClassLegend only={only} ready={ready} set={(value) => set({ only: value })} />
      </div>
      <div class="figure-controls">
        <OvertureControls state={state} ready={ready} set={set} />
        <FigureTools figure={tools} definition={definition} onReset={playback.stop} />
      </div>
    </>
  );
}

/** Fetches the recording, and follows the theme: counts its changes. */
function useArrivals(
  recording: Signal<Recording | undefined>,
  figure: FigureHandle<OvertureState, OvertureQuantities | undefined>,
): ReadonlySignal<number> {
  const theme = useSignal(0);
  useFetch(
    figure,
    () => loadRecording(dataFile('overture.bin')),
    (loaded) => {
      recording.value = loaded;
    },
  );
  useEffect(
    () =>
      onThemeChange(() => {
        theme.value++;
      }),
    [],
  );
  return theme;
}

/** What was measured at the shown moment. */
function MomentReadOuts({
  moment,
}: {
  readonly moment: ReadonlySignal<Pick<Moment, 'step' | 'loss' | 'knnAccuracy'>>;
}) {
  return (
    <p class="read-outs">
      <Quantity label="step" name="step" value={useComputed(() => moment.value.step)} digits={0} />
      <Quantity
        label="k-NN accuracy"
        name="knnAccuracy"
        value={useComputed(() => moment.value.knnAccuracy)}
      />
      <Quantity label="loss" name="loss" value={useComputed(() => moment.value.loss)} />
    </p>
  );
}
