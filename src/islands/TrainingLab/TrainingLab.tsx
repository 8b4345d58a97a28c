import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Lazy } from '#kit/controls/Lazy.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import { plateauOf } from '#training/settings/choices.ts';
import { marginLength, marginText } from './map/marginScale.ts';
import { MNIST } from '#data/digits/digitSource.ts';
import { isImages } from '#data/sources/registry.ts';
import { useBeginning } from './data/useBeginning.ts';
import { Fold } from '#kit/controls/Fold.tsx';
import { Legend } from './map/Legend.tsx';
import { createLab } from './run/lab.ts';
import { Measures } from './curves/Measures.tsx';
import { type LabState, definition } from './definition.ts';
import { Notices } from './verdict/Notices.tsx';
import { Presets } from './presets/Presets.tsx';
import { useRunKeeper } from './runs/useRunKeeper.ts';
import { MainSettings } from './settings/Settings.tsx';
import { SettingsBar } from './settings/SettingsBar.tsx';
import { trainedOn } from './settings/trainedOn.ts';
import { TimeSlider } from './time/TimeSlider.tsx';
import { usePauseWhenHidden } from './run/usePauseWhenHidden.ts';
import { withoutView } from './map/labView.ts';
import { UnseenClasses } from './map/UnseenClasses.tsx';
import { ViewChoices } from './map/ViewChoices.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './TrainingLab.css';
import './map/scatter.css';
import './map/digitCard.css';
import './map/legend.css';
import './curves/curves.css';
import './settings/settings.css';

interface TrainingLabProps {
  /** A recorded run, shown until the reader starts one. */
  readonly children?: ComponentChildren;
  /** Its curves. */
  readonly curves?: ComponentChildren;
}

export default function TrainingLab({ children, curves }: TrainingLabProps) {
  const figure = useFigure<LabState>(definition);
  const { state, ready } = figure;
  const config = useComputed((): TrainingConfig => withoutView(state.value));
  const set = (change: Partial<LabState>) => {
    state.value = { ...state.value, ...change };
  };
  const lab = useMemo(() => createLab(config.peek(), set), []);
  const isolated = useSignal<number | undefined>(undefined);
  const { data, status, history, previous, collapseLoss, runConfig, isGoing } = lab;

  const untouched = useComputed(() => status.value === 'idle');
  const touched = useComputed(() => !untouched.value);
  const disabled = useComputed(() => !ready.value);
  /** Of the run that is shown, else of the one to come. */
  const shown = useComputed(() => runConfig.value ?? config.value);
  const level = useComputed(() =>
    collapseLoss.value === undefined
      ? undefined
      : { value: collapseLoss.value, name: plateauOf(shown.value).name },
  );

  const length = useComputed(() => marginLength(shown.value));

  /** Of the run whose embedding is shown, though it may not go on. */
  const shownRun = useComputed(() => lab.lastConfig.value ?? config.value);
  const rings = useComputed((): ReadonlySet<number> => {
    const { classes } = data.value;
    const trained = trainedOn(shownRun.value, classes.length);
    return new Set([...classes.keys()].filter((label) => !trained.includes(label)));
  });
  const hasSamples = useComputed(() => ready.value && lab.heldOut.value !== undefined);

  usePauseWhenHidden(lab);
  const keeping = useRunKeeper(lab);
  useEffect(() => lab.clear, []);
  useSignalEffect(() => lab.set(config.value));

  // What is saved as a picture is what is seen.
  const still = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    still.current?.querySelector('svg')?.toggleAttribute('data-drawing', untouched.value);
  });

  const takeData = useBeginning({
    lab,
    config,
    ready,
    problems: figure.problems,
    set,
    onOtherData: () => {
      isolated.value = undefined;
    },
  });

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <div class="lab-still" ref={still} hidden={useComputed(() => !untouched.value)}>
          {children}
        </div>
        <div class="lab-live" hidden={untouched}>
          <Lazy
            wanted={touched}
            load={() => import('./map/Scatter.tsx')}
            props={{
              lab,
              marginLength: length,
              marginText: useComputed(() => marginText(shown.value)),
              data,
              normalised: useComputed(() => shownRun.value.normalise),
              isolated,
              rings,
              view: state,
              setView: set,
            }}
          />
        </div>
        <TimeSlider lab={lab} />
        {useComputed(() => (
          <Legend
            classes={data.value.classes}
            rings={rings}
            isolated={isolated}
            ready={hasSamples}
          />
        ))}
        <ViewChoices
          view={state}
          setView={set}
          hasImages={useComputed(() => isImages(data.value))}
          ready={hasSamples}
        />
        <UnseenClasses
          lab={lab}
          names={useComputed(() => [...rings.value].map((label) => data.value.classes[label]!))}
        />
      </div>
      <div class="figure-curve lab-results">
        <div hidden={useComputed(() => !untouched.value)}>{curves}</div>
        <div hidden={untouched}>
          <Lazy
            wanted={touched}
            load={() => import('./curves/RunCurves.tsx')}
            props={{ history, previous, level }}
          />
        </div>
        <Measures lab={lab} />
      </div>
      <div class="figure-controls">
        <div class="control lab-run">
          <button
            type="button"
            class="primary"
            disabled={disabled}
            onClick={() => (isGoing.value ? lab.pause() : lab.run())}
          >
            {useComputed(() => (isGoing.value ? 'Pause' : 'Run'))}
          </button>
          <button
            type="button"
            disabled={useComputed(() => disabled.value || isGoing.value)}
            onClick={lab.step}
          >
            One step
          </button>
          <button
            type="button"
            disabled={useComputed(() => disabled.value || untouched.value)}
            onClick={lab.startOver}
          >
            Start over
          </button>
        </div>
        <MainSettings config={config} ready={ready} data={data} set={set} />
        {useComputed(
          () => data.value === MNIST && <Presets config={config} ready={ready} set={set} />,
        )}
        <SettingsBar
          config={config}
          ready={ready}
          data={data}
          compute={lab.compute}
          hasSaved={lab.hasSaved}
          set={set}
          takeData={takeData}
        />
        <Notices lab={lab} config={shown} />
        <Fold
          class="lab-details"
          summary="What is measured"
          load={() => import('./curves/Glossary.tsx')}
          props={{}}
        />
        <Fold
          class="lab-details"
          summary="More curves: retrieval, zones, shape, gradient"
          load={() => import('./curves/MoreCurves.tsx')}
          props={{ lab }}
        />
        <Fold
          class="lab-details"
          summary="The batch just trained on"
          load={() => import('./batch/BatchInspector.tsx')}
          props={{ lab }}
        />
        <Fold
          class="lab-details"
          summary="Distances between classes"
          load={() => import('./distances/Distances.tsx')}
          props={{ lab, marginLength: length }}
        />
        {useComputed(
          () =>
            data.value.isDigits && (
              <Fold
                class="lab-details"
                summary="Draw a digit"
                load={() => import('./drawing/DrawDigit.tsx')}
                props={{ lab }}
              />
            ),
        )}
        <Fold
          class="lab-details"
          summary="Past runs"
          load={() => import('./runs/PastRuns.tsx')}
          props={{ useSettings: set }}
        />
        <Fold
          class="lab-details"
          summary="Files: embedding, network, settings, PyTorch"
          load={() => import('./exports/Files.tsx')}
          props={{ lab, config: () => shown.value, useSettings: set }}
        />
        <p class="lab-problem" role="status">
          {keeping}
        </p>
        <FigureTools figure={figure} definition={definition} onReset={() => takeData(MNIST)} />
      </div>
    </>
  );
}
