import { useComputed } from '@preact/signals';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { initialState } from '#kit/figure/urlState.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { remark, type TripletQuantities, type TripletState } from '#kit/plane/triplet.ts';
import { TripletPlane } from '#kit/plane/TripletPlane.tsx';
import { definition, plane } from './definition.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/plane/triplet.css';
import './Opening.css';

const home = initialState<TripletState>(definition.settings);

/** The whole subject in one drawing, beside the title: a triplet to drag, and what it costs. */
export default function Opening() {
  const figure = useFigure<TripletState, TripletQuantities>(definition);
  const { state, quantities, ready, spoken } = figure;
  return (
    <>
      <div class="opening-plane" ref={figure.anchor}>
        <TripletPlane
          {...{ plane, home, state, quantities, ready }}
          set={(change) => {
            state.value = { ...state.value, ...change };
          }}
        />
      </div>
      <div class="opening-words">
        <p class="read-outs">
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <span class="opening-hint">
            drag <em class="negative">n</em>
          </span>
        </p>
        <p class="opening-remark">{useComputed(() => remark(state.value, quantities.value))}</p>
        <p class="visually-hidden" role="status">
          {spoken}
        </p>
      </div>
    </>
  );
}
