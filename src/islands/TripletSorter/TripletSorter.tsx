import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import type { TargetedFocusEvent } from 'preact';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { MarginAndDistance } from '#kit/controls/MarginAndDistance.tsx';
import { ZoneName } from '#kit/plane/ZoneName.tsx';
import { TripletInspector } from '#kit/plane/TripletInspector.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { MARGIN_RANGE, definition } from './definition.ts';
import { SorterLine } from './SorterLine.tsx';
import { SorterPlane } from './SorterPlane.tsx';
import { SortGuess, useSortGuess } from './SortGuess.tsx';
import { NEGATIVES, type SorterQuantities, type SorterState, settle } from './triplets.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/triplet.css';
import './TripletSorter.css';

/** Every triplet of one anchor and one positive, on a line and in the plane. */
export default function TripletSorter() {
  const figure = useFigure<SorterState, SorterQuantities>(definition);
  const { state, quantities, ready } = figure;
  const guess = useSortGuess(figure);
  const set = (change: Partial<SorterState>) => {
    state.value = settle({ ...state.value, ...change });
  };
  /** A negative is inspected as soon as it has the focus, by pointer or keyboard. */
  const inspect = ({ target }: TargetedFocusEvent<HTMLElement>) => {
    const point = target instanceof Element ? target.closest<SVGElement>('[data-point]') : null;
    const name = point?.dataset['point']?.replace('-on-line', '');
    const inspected = NEGATIVES.find((negative) => negative === name);
    if (inspected) set({ inspected });
  };
  useSignalEffect(() => {
    const { zone } = quantities.value.inspected;
    const root = figure.anchor.current?.closest<HTMLElement>('[data-figure]');
    if (root) root.dataset['holds'] = zone;
  });
  return (
    <>
      <div class="figure-curve figure-stays" ref={figure.anchor} onFocusIn={inspect}>
        <SorterLine state={state} quantities={quantities} ready={ready} set={set} />
        <SorterReadOuts quantities={quantities} />
      </div>
      <div class="figure-plane figure-passes" onFocusIn={inspect}>
        <SorterPlane state={state} quantities={quantities} ready={ready} set={set} />
      </div>
      <SortGuess {...{ guess, state, quantities, ready }} />
      <div class="figure-inspector">
        <TripletInspector
          triplet={useComputed(() => quantities.value.inspected)}
          quantities={{ dAP: 'dAP', dAN: 'dAN', loss: 'loss' }}
        />
      </div>
      <div class="figure-controls">
        <MarginAndDistance {...{ state, ready, set }} range={MARGIN_RANGE} />
        <FigureTools figure={figure} definition={definition} onReset={guess.drop} />
      </div>
    </>
  );
}

/** What all triplets amount to. */
function SorterReadOuts({ quantities }: { readonly quantities: ReadonlySignal<SorterQuantities> }) {
  return (
    <p class="read-outs figure-strip">
      <ZoneName quantity="zone" zone={useComputed(() => quantities.value.inspected.zone)} />
      <Quantity
        label="mean active loss"
        name="meanLoss"
        colour="loss"
        value={useComputed(() => quantities.value.meanLoss)}
      />
      <Quantity
        label="active share"
        name="activeShare"
        value={useComputed(() => quantities.value.activeShare)}
      />
    </p>
  );
}
