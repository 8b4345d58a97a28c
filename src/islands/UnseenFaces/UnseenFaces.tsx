import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import { POPULATIONS } from '#data/faces/population.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { Quantity } from '#kit/figure/Quantity.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { Slider } from '#kit/controls/Slider.tsx';
import { Stepper } from '#kit/controls/Stepper.tsx';
import { isInitial } from '#kit/figure/urlState.ts';
import { useFigure } from '#kit/figure/useFigure.ts';
import { DistanceLine } from './DistanceLine.tsx';
import { Enrolled } from './Enrolled.tsx';
import { FacePicture } from './FacePicture.tsx';
import { GalleryChart } from './GalleryChart.tsx';
import { GallerySlider } from './GallerySlider.tsx';
import {
  AT_FIRST,
  type Compared,
  createDefinition,
  GALLERY_RANGE,
  type Glasses,
  MOST_ENROLLED,
  NUISANCES,
  presentedDrawing,
  type Rule,
  type UnseenQuantities,
  type UnseenState,
} from './definition.ts';
import { useNetwork } from './useNetwork.ts';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import '#kit/formula/formula.css';
import './UnseenFaces.css';

const GLASSES: readonly { readonly value: Glasses; readonly label: string }[] = [
  { value: 'none', label: 'no glasses' },
  { value: 'round', label: 'round' },
  { value: 'square', label: 'square' },
];
const RULES: readonly { readonly value: Rule; readonly label: string }[] = [
  { value: 'nearest', label: 'nearest picture' },
  { value: 'mean', label: 'mean' },
];
const SLIDERS = [
  { key: 'turn', label: 'turn' },
  { key: 'nod', label: 'nod' },
  { key: 'smile', label: 'smile' },
  { key: 'light', label: 'side light' },
] as const;
const { people } = POPULATIONS.test;

/** Another of the test people; a step that comes by all of them. */
const after = (person: number) => (person + 37) % people;

export default function UnseenFaces() {
  const compared = useSignal<Compared>(AT_FIRST);
  const [definition] = useState(() => createDefinition(() => compared.value));
  const figure = useFigure<UnseenState, UnseenQuantities>(definition);
  const { state, quantities, ready, problems } = figure;
  const asked = useNetwork((problem) => {
    problems.value = [problem];
  }, compared);
  const set = (change: Partial<UnseenState>) => {
    state.value = { ...state.value, ...change };
  };
  const of = <K extends keyof UnseenState>(key: K) => useComputed(() => state.value[key]);
  /** What the answer depends on: the gallery does not need the network. */
  const question = useComputed(() => JSON.stringify({ ...state.value, gallery: 0, rule: '' }));
  const isFirst = useRef(true);
  useSignalEffect(() => {
    question.value;
    const now = state.peek();
    if (!ready.value) return;
    // The answer to the first state has come with the page.
    if (isFirst.current && isInitial(definition.settings, now)) return;
    isFirst.current = false;
    asked.ask(now);
  });
  /** Nothing while the network is on its way: what is known is of another state. */
  const decision = useComputed(() => (asked.loading.value ? undefined : quantities.value.decision));
  const drawing = useComputed(() => presentedDrawing(state.value));
  const gallery = of('gallery');
  const disabled = useComputed(() => !ready.value);
  const searching = useComputed(() => asked.enrolling.value !== undefined);

  return (
    <>
      <div class="figure-plane meeting" ref={figure.anchor}>
        <Enrolled
          state={state}
          compared={useComputed(() => (asked.loading.value ? undefined : compared.value))}
        />
        <div class="camera">
          <p class="faces-title">Before the camera</p>
          <div
            class="frame"
            data-accepted={useComputed(() => decision.value?.accepted)}
            data-right={useComputed(() => decision.value?.right)}
          >
            <FacePicture key="presented" drawing={drawing} label="The presented face" />
          </div>
        </div>
        <p class="decision" data-right={useComputed(() => decision.value?.right)}>
          {useComputed(() => decision.value?.reason ?? 'The network is on its way.')}
        </p>
        <DistanceLine decision={decision} />
      </div>
      <div class="figure-curve">
        <p class="read-outs">
          <Quantity
            label="distance"
            name="distance"
            value={useComputed(() => decision.value?.distance)}
          />
          <Quantity
            label="decision"
            name="decision"
            value={useComputed(
              () => decision.value && (decision.value.accepted ? 'accepted' : 'rejected'),
            )}
          />
        </p>
        <GalleryChart
          gallery={gallery}
          expected={useComputed(() => quantities.value.falseAlarm)}
          matches={asked.matches}
        />
      </div>
      <div class="figure-controls">
        <fieldset class="control meet" disabled={disabled}>
          <legend class="visually-hidden">Who is there</legend>
          <button
            type="button"
            class="primary"
            onClick={() => {
              const person = after(state.value.person);
              set({ person, presented: person });
            }}
          >
            Enrol someone else
          </button>
          <button type="button" onClick={() => set({ presented: state.value.person })}>
            Present the same person
          </button>
          <button type="button" onClick={() => set({ presented: after(state.value.presented) })}>
            Present somebody else
          </button>
        </fieldset>
        <Stepper
          label="pictures enrolled"
          name="enrolled"
          value={of('enrolled')}
          min={1}
          max={MOST_ENROLLED}
          ready={ready}
          set={(enrolled) => set({ enrolled })}
        />
        <Segmented
          legend="Compare with"
          name="rule"
          options={RULES}
          value={of('rule')}
          ready={ready}
          set={(rule) => set({ rule })}
        />
        {SLIDERS.map(({ key, label }) => (
          <Slider
            key={key}
            label={label}
            name={key}
            value={of(key)}
            {...NUISANCES[key]}
            step={0.01}
            ready={ready}
            set={(value) => set({ [key]: value })}
          />
        ))}
        <Segmented
          legend="Glasses"
          name="glasses"
          options={GLASSES}
          value={of('glasses')}
          ready={ready}
          set={(glasses) => set({ glasses })}
        />
        <GallerySlider gallery={gallery} ready={ready} set={(value) => set({ gallery: value })} />
        <div class="control gallery-search">
          <button
            type="button"
            disabled={useComputed(() => disabled.value || searching.value)}
            onClick={() => asked.searchGallery()}
          >
            Measure with {POPULATIONS.strangers.people} strangers
          </button>
          <span role="status">
            {useComputed(() =>
              searching.value
                ? `${asked.enrolling.value!.toLocaleString('en')} of ${GALLERY_RANGE.max.toLocaleString('en')} people enrolled`
                : asked.matches.value
                  ? 'formula: line; measured: dashes'
                  : '',
            )}
          </span>
        </div>
        <FigureTools figure={figure} definition={definition} onReset={() => {}} />
      </div>
    </>
  );
}
