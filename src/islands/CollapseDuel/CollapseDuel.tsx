import { useComputed } from '@preact/signals';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { StepSlider } from '#kit/controls/StepSlider.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { DuelCharts } from './DuelCharts.tsx';
import { DuelPlane } from './DuelPlane.tsx';
import { SIDES, STEPS } from './duel.ts';
import {
  type DuelQuantities,
  type DuelState,
  definition,
  LAST_SEED,
  MARGIN_RANGE,
} from './definition.ts';
import { useDuelPlayback } from './useDuelPlayback.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './CollapseDuel.css';

export default function CollapseDuel() {
  const figure = useFigure<DuelState, DuelQuantities>(definition);
  const { state, quantities, ready } = figure;
  const playback = useDuelPlayback(figure);
  const set = (change: Partial<DuelState>) => {
    state.value = { ...state.value, ...change };
  };
  const duel = useComputed(() => quantities.value.duel);
  const step = useComputed(() => state.value.step);
  const disabled = useComputed(() => !ready.value);
  const sides = SIDES.map((side) => {
    const moments = useComputed(() => duel.value[side]);
    const of = (key: 'loss' | 'spread' | 'gap') => useComputed(() => quantities.value[side][key]);
    const name = side === 'contrastive' ? 'Contrastive' : 'Triplet';
    return { side, name, moments, loss: of('loss'), spread: of('spread'), gap: of('gap') };
  });
  const verdict = useComputed(() => quantities.value.verdict);
  const collapse = useComputed(() =>
    quantities.value.contrastive.spread < 0.02 ? 'each class in one point' : 'moving',
  );
  return (
    <>
      <div class="figure-plane duel" ref={figure.anchor}>
        {sides.map(({ side, moments }) => (
          <DuelPlane
            key={side}
            side={side}
            moments={moments}
            step={step}
            note={side === 'contrastive' ? collapse : verdict}
          />
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
            playback.stop();
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
        <FigureTools figure={figure} definition={definition} onReset={playback.stop} />
      </div>
    </>
  );
}
