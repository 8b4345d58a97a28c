import { useComputed } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { offerRetry } from '#kit/figure/useFetch.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { Accuracies } from './Accuracies.tsx';
import {
  createDefinition,
  NETWORKS,
  type NewClassQuantities,
  type NewClassState,
  type Shown,
  THRESHOLD_RANGE,
  usualThreshold,
  verdictOf,
} from './definition.ts';
import { DistanceLine } from './DistanceLine.tsx';
import { KnownSigns } from './KnownSigns.tsx';
import { recognise } from './recognise.ts';
import { SignPad } from './SignPad.tsx';
import { TakeDigit } from './TakeDigit.tsx';
import { usePoints } from './usePoints.ts';
import { type SignDesk, useSigns } from './useSigns.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './NewClass.css';

/** The figure with its state, which asks what is shown; and what is shown, which asks for its state. */
function useNewClass(desk: SignDesk) {
  const shown = useRef<Shown>({ recognise: () => undefined, waiting: () => '' });
  const [definition] = useState(() =>
    createDefinition({
      recognise: (state) => shown.current.recognise(state),
      waiting: () => shown.current.waiting(),
    }),
  );
  const figure = useFigure<NewClassState, NewClassQuantities>(definition);
  const pointOf = usePoints({
    network: useComputed(() => figure.state.value.network),
    samples: useComputed(() => [
      ...desk.signs.value.flatMap(({ samples }) => samples),
      ...(desk.query.value ? [desk.query.value] : []),
    ]),
    ready: figure.ready,
    fail: (problem, again) => offerRetry(figure, problem, again),
  });
  shown.current = {
    recognise: ({ network, threshold }) =>
      desk.query.value &&
      recognise(desk.signs.value, desk.query.value, threshold, (sample) =>
        pointOf(network, sample),
      ),
    waiting() {
      if (!desk.query.value) return 'Draw a sign on the pad, or show another drawing.';
      if (desk.signs.value.length === 0) return 'Nothing is known to compare it with.';
      return 'The network is on its way.';
    },
  };
  useEffect(() => {
    const plane = figure.anchor.current;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') desk.clear();
    };
    plane?.addEventListener('keydown', onKey);
    return () => plane?.removeEventListener('keydown', onKey);
  }, []);
  return { figure, definition };
}

/** Classes that the reader invents, told apart by networks that never saw them. */
export default function NewClass() {
  const desk = useSigns();
  const { figure, definition } = useNewClass(desk);
  const { state, quantities, ready, problems } = figure;
  const recognised = useComputed(() => quantities.value.recognised);
  const network = useComputed(() => state.value.network);
  const threshold = useComputed(() => state.value.threshold);
  const complain = (problem: string) => {
    problems.value = [problem];
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <SignPad desk={desk} ready={ready} />
        <DistanceLine recognised={recognised} threshold={threshold} />
        <div class="figure-strip">
          <p class="read-outs">
            <Quantity
              label=""
              name="verdict"
              value={useComputed(() => recognised.value && verdictOf(recognised.value))}
            />
            <Quantity
              label="distance"
              name="distance"
              value={useComputed(() => recognised.value?.distances[recognised.value.nearest])}
            />
            <Quantity label="gap" name="gap" value={useComputed(() => recognised.value?.gap)} />
          </p>
          <button
            type="button"
            class="primary"
            disabled={useComputed(() => !ready.value)}
            onClick={desk.showNext}
          >
            Show another
          </button>
        </div>
      </div>
      <p class="figure-verdict told" data-drawing>
        {useComputed(() => quantities.value.told)}
      </p>
      <KnownSigns desk={desk} recognised={recognised} ready={ready} />
      <div class="figure-curve table">
        <Accuracies network={network} />
      </div>
      <div class="figure-controls">
        <Segmented
          legend="Network"
          name="network"
          options={NETWORKS}
          value={network}
          ready={ready}
          set={(chosen) => {
            state.value = { network: chosen, threshold: usualThreshold(chosen) };
          }}
        />
        <Slider
          label="none of these beyond"
          name="threshold"
          value={threshold}
          min={THRESHOLD_RANGE.min}
          max={THRESHOLD_RANGE.max}
          step={0.01}
          ready={ready}
          set={(value) => {
            state.value = { ...state.value, threshold: value };
          }}
        />
        <TakeDigit desk={desk} ready={ready} complain={complain} />
        <FigureTools figure={figure} definition={definition} onReset={desk.reset} />
      </div>
    </>
  );
}
