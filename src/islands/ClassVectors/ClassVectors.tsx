import { useComputed } from '@preact/signals';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { MarginSlider } from '#kit/controls/MarginSlider.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure, useTryEvent } from '#kit/figure/useFigure.ts';
import { useDescent } from '#kit/motion/useDescent.ts';
import { CirclePlane } from './CirclePlane.tsx';
import { ClassShares } from './ClassShares.tsx';
import { definition, descent, MARGIN_RANGE, SCALE_RANGE, verdict } from './definition.ts';
import { LossCurve } from './LossCurve.tsx';
import type { ClassQuantities, ClassState, LossKind } from './measure.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './ClassVectors.css';

const KINDS: readonly { readonly value: LossKind; readonly label: string }[] = [
  { value: 'softmax', label: 'no margin' },
  { value: 'cosface', label: 'CosFace' },
  { value: 'arcface', label: 'ArcFace' },
];

/** Samples and learned class vectors on the circle, under a softmax with or without a margin. */
export default function ClassVectors() {
  const figure = useFigure<ClassState, ClassQuantities>(definition);
  const { state, quantities, ready } = figure;
  const run = useDescent(figure, descent);
  useTryEvent(figure.anchor, run.stop);
  const set = (change: Partial<ClassState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <CirclePlane {...{ state, quantities, ready }} onGrab={run.stop} />
        </div>
        <DescentStrip descent={run} ready={ready}>
          <Quantity label="loss" name="loss" value={useComputed(() => quantities.value.loss)} />
          <Quantity
            label="to the boundary"
            name="gap"
            value={useComputed(() => quantities.value.gap)}
          />
        </DescentStrip>
      </div>
      <div class="figure-curve">
        <LossCurve state={state} quantities={quantities} />
        <ClassShares state={state} quantities={quantities} />
      </div>
      <div class="figure-verdict">
        <p class="class-verdict">{useComputed(() => verdict(state.value, quantities.value))}</p>
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Margin"
          name="kind"
          options={KINDS}
          value={useComputed(() => state.value.kind)}
          ready={ready}
          set={(kind) => set({ kind })}
        />
        <MarginSlider
          margin={useComputed(() => state.value.margin)}
          range={MARGIN_RANGE}
          ready={useComputed(() => ready.value && state.value.kind !== 'softmax')}
          set={(margin) => set({ margin })}
        />
        <Slider
          label={['scale ', <var key="s">s</var>]}
          name="scale"
          value={useComputed(() => state.value.scale)}
          {...SCALE_RANGE}
          step={1}
          ready={ready}
          set={(scale) => set({ scale })}
        />
        <FigureTools figure={figure} definition={definition} onReset={run.stop} />
      </div>
    </>
  );
}
