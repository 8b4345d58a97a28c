import { type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { isInitial } from '#kit/figure/urlState.ts';
import { offerRetry } from '#kit/figure/useFetch.ts';
import { type FigureHandle, useFigure } from '#kit/figure/useFigure.ts';
import {
  AT_FIRST,
  type Compared,
  createDefinition,
  type UnseenQuantities,
  type UnseenState,
} from './definition.ts';
import { GalleryChart } from './GalleryChart.tsx';
import { GallerySearch } from './GallerySearch.tsx';
import { GallerySlider } from './GallerySlider.tsx';
import { Meeting } from './Meeting.tsx';
import { MeetingControls, PresentOther } from './MeetingControls.tsx';
import { MeetingReadOuts, Verdict } from './MeetingReadOuts.tsx';
import { PictureControls } from './PictureControls.tsx';
import { type Asked, useNetwork } from './useNetwork.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import './UnseenFaces.css';

/** People whom the network has not seen in training: one is enrolled, somebody is verified. */
export default function UnseenFaces() {
  const compared = useSignal<Compared>(AT_FIRST);
  const [definition] = useState(() => createDefinition(() => compared.value));
  const figure = useFigure<UnseenState, UnseenQuantities>(definition);
  const { state, quantities, ready } = figure;
  const asked = useAnswers(figure, compared, (now) => isInitial(definition.settings, now));
  /** Nothing while the network is on its way: what is known is of another state. */
  const known = useComputed(() => (asked.loading.value ? undefined : quantities.value));
  const decision = useComputed(() => known.value?.decision);
  const gallery = useComputed(() => state.value.gallery);
  const set = (change: Partial<UnseenState>) => {
    state.value = { ...state.value, ...change };
  };
  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <Meeting
          state={state}
          compared={useComputed(() => known.value?.compared)}
          decision={decision}
        />
        <div class="figure-strip">
          <MeetingReadOuts decision={decision} />
          <PresentOther {...{ state, ready, set }} />
        </div>
      </div>
      <Verdict decision={decision} />
      <div class="figure-curve">
        <GalleryChart
          gallery={gallery}
          expected={useComputed(() => quantities.value.falseAlarm)}
          matches={asked.matches}
        />
        <GallerySlider gallery={gallery} ready={ready} set={(value) => set({ gallery: value })} />
        <GallerySearch asked={asked} ready={ready} />
      </div>
      <div class="figure-controls">
        <MeetingControls {...{ state, ready, set }} />
        <PictureControls {...{ state, ready, set }} />
        <FigureTools figure={figure} definition={definition} />
      </div>
    </>
  );
}

/** Asks the network about every state but the first, the answer to which has come with the page. */
function useAnswers(
  figure: FigureHandle<UnseenState, UnseenQuantities>,
  compared: Signal<Compared>,
  isFirst: (state: UnseenState) => boolean,
): Asked {
  const { state, ready } = figure;
  const asked = useNetwork((problem, again) => offerRetry(figure, problem, again), compared);
  /** What the answer depends on: the gallery does not need the network. */
  const question = useComputed(() => JSON.stringify({ ...state.value, gallery: 0, rule: '' }));
  const hasAsked = useRef(false);
  useSignalEffect(() => {
    question.value;
    const now = state.peek();
    if (!ready.value || (!hasAsked.current && isFirst(now))) return;
    hasAsked.current = true;
    asked.ask(now);
  });
  return asked;
}
