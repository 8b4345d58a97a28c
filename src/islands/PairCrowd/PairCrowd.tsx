import { useComputed, useSignal } from '@preact/signals';
import { DescentStrip } from '#kit/controls/DescentStrip.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import { toCsv } from '#kit/files/csv.ts';
import type { Snapshots } from '#kit/motion/snapshots.ts';
import { CrowdControls } from './CrowdControls.tsx';
import { CrowdEditor } from './CrowdEditor.tsx';
import { CrowdHistory } from './CrowdHistory.tsx';
import { CrowdPlane } from './CrowdPlane.tsx';
import type { CrowdLoss } from './crowdLoss.ts';
import { type CrowdState, definition, edits } from './definition.ts';
import { useCrowdDescent } from './useCrowdDescent.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import '#kit/plane/crowd.css';
import './PairCrowd.css';

/** A crowd of labelled points under the contrastive loss. */
export default function PairCrowd() {
  const figure = useFigure<CrowdState, CrowdLoss>(definition);
  const { state, quantities, ready } = figure;
  const descent = useCrowdDescent(figure);
  const { history, held } = descent;
  const selected = useSignal<number>();
  const remove = (index: number) => {
    state.value = edits.remove(state.value, index);
    selected.value = Math.min(index, state.value.points.length - 1);
  };
  const reset = () => {
    descent.clear();
    selected.value = undefined;
  };
  /** The crowd has come to rest: the same points from where they first stood, under this loss. */
  const again = () => {
    const first = history.value.snapshots[0]?.state.points;
    reset();
    state.value = { ...state.value, points: first ?? definition.settings.points.initial };
    descent.run();
  };
  const csv = () => tableOf(history.value);
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="plane-box">
          <CrowdPlane {...{ state, selected, held, ready }} loss={quantities} onRemove={remove} />
        </div>
        <DescentStrip descent={descent} ready={ready} again={again}>
          <Quantity
            label="loss"
            name="loss"
            value={useComputed(() => quantities.value.loss)}
            digits={3}
          />
        </DescentStrip>
      </div>
      <div class="figure-curve">
        <CrowdHistory state={state} present={quantities} history={history} />
      </div>
      <div class="figure-controls">
        <CrowdControls state={state} descent={descent} ready={ready} />
        <CrowdEditor state={state} selected={selected} ready={ready} onRemove={remove} />
        <FigureTools figure={figure} definition={{ ...definition, csv }} onReset={reset} />
      </div>
    </>
  );
}

/** Every point at every step that is remembered. */
const tableOf = ({ snapshots, forgotten }: Snapshots<CrowdState>): string =>
  toCsv(
    ['step', 'loss', 'point', 'class', 'x', 'y'],
    snapshots.flatMap(({ state: { points }, value }, index) =>
      points.map(({ x, y, label }, k) => [forgotten + index, value, k + 1, label, x, y]),
    ),
  );
