import { useComputed } from '@preact/signals';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { DuelCharts } from './DuelCharts.tsx';
import { DuelControls } from './DuelControls.tsx';
import { DuelPlane } from './DuelPlane.tsx';
import { DuelTransport } from './DuelTransport.tsx';
import { DuelReadOuts } from './DuelReadOuts.tsx';
import { type DuelQuantities, type DuelState, definition } from './definition.ts';
import { SIDES } from './duel.ts';
import { useDuelPlayback } from './useDuelPlayback.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './CollapseDuel.css';

/** The same points under both losses. */
export default function CollapseDuel() {
  const figure = useFigure<DuelState, DuelQuantities>(definition);
  const { state, quantities, ready } = figure;
  const playback = useDuelPlayback(figure);
  const duel = useComputed(() => quantities.value.duel);
  const step = useComputed(() => state.value.step);
  const notes = {
    contrastive: useComputed(() => quantities.value.contrastiveVerdict),
    triplet: useComputed(() => quantities.value.verdict),
  };
  return (
    <>
      <div class="figure-plane duel" ref={figure.anchor}>
        {SIDES.map((side) => (
          <DuelPlane
            key={side}
            side={side}
            moments={useComputed(() => duel.value[side])}
            step={step}
            note={notes[side]}
          />
        ))}
        <div class="figure-strip">
          <DuelTransport state={state} playback={playback} ready={ready} />
        </div>
      </div>
      <div class="duel-numbers">
        {SIDES.map((side) => (
          <DuelReadOuts key={side} side={side} quantities={quantities} />
        ))}
      </div>
      <div class="figure-curve">
        <DuelCharts duel={duel} step={step} />
      </div>
      <div class="figure-controls">
        <DuelControls state={state} ready={ready} />
        <FigureTools figure={figure} definition={definition} onReset={playback.stop} />
      </div>
    </>
  );
}
