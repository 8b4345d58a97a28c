import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { DuelCharts } from './DuelCharts.tsx';
import { DuelPlane } from './DuelPlane.tsx';
import { SIDES, STEPS } from './duel.ts';
import { createDefinition, type DuelState, LAST_SEED, MARGIN_RANGE } from './definition.ts';
import { usePlayback } from './usePlayback.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './CollapseDuel.css';

export default function CollapseDuel() {
  const [definition] = useState(createDefinition);
  const figure = useFigure<DuelState>(definition);
  const { state, ready } = figure;
  const playback = usePlayback(figure, definition);
  const set = (change: Partial<DuelState>) => {
    state.value = { ...state.value, ...change };
  };
  const duel = useComputed(() => definition.duelOf(state.value));
  const step = useComputed(() => state.value.step);
  const disabled = useComputed(() => !ready.value);
  const sides = SIDES.map((side) => {
    const moments = useComputed(() => duel.value[side]);
    const of = (key: 'loss' | 'spread' | 'gap') =>
      useComputed(() => moments.value[step.value]![key]);
    const name = `${side.charAt(0).toUpperCase()}${side.slice(1)}`;
    return { side, name, moments, loss: of('loss'), spread: of('spread'), gap: of('gap') };
  });
  const verdict = useComputed(() => definition.verdict(state.value));
  const collapse = useComputed(() =>
    duel.value.contrastive[step.value]!.spread < 0.02 ? 'each class in one point' : 'moving',
  );
  const notes = { contrastive: collapse, triplet: verdict };
  return (
    <>
      <div class="figure-plane duel" ref={figure.anchor}>
        {sides.map(({ side, moments }) => (
          <DuelPlane key={side} side={side} moments={moments} step={step} note={notes[side]} />
        ))}
      </div>
      <div class="figure-curve duel-measures">
        {sides.map(({ side, name, loss, spread, gap }) => (
          <p class="read-outs" data-series={side} key={side}>
            <span class="duel-name">{side}</span>
            <Quantity label="loss" name={`loss${name}`} value={loss} colour={side} digits={3} />
            <Quantity label="spread" name={`spread${name}`} value={spread} colour={side} />
            <Quantity label="gap" name={`gap${name}`} value={gap} colour={side} />
          </p>
        ))}
        <DuelCharts duel={duel} step={step} />
      </div>
      <div class="figure-controls">
        <div class="control buttons">
          <button type="button" class="primary" disabled={disabled} onClick={playback.toggle}>
            {useComputed(() => (playback.playing.value ? 'Pause' : 'Run'))}
          </button>
        </div>
        <StepSlider
          label="step"
          step={step}
          first={useComputed(() => 0)}
          last={useComputed(() => STEPS)}
          ready={ready}
          set={(value) => {
            playback.pause();
            set({ step: value });
          }}
        />
        <Slider
          label="margin m"
          name="margin"
          value={useComputed(() => state.value.margin)}
          {...MARGIN_RANGE}
          step={0.05}
          ready={ready}
          set={(margin) => set({ margin })}
        />
        <div class="control buttons">
          <button
            type="button"
            disabled={disabled}
            onClick={() => set({ seed: (state.value.seed % LAST_SEED) + 1 })}
          >
            Other digits
          </button>
          <span class="read-out">
            seed{' '}
            <span
              class="number"
              data-quantity="seed"
              data-value={useComputed(() => state.value.seed)}
            >
              {useComputed(() => state.value.seed)}
            </span>
          </span>
        </div>
        <FigureTools figure={figure} definition={definition} onReset={playback.pause} />
      </div>
    </>
  );
}
