import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { MNIST } from '#data/digits/digitSource.ts';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import { LabResults } from './curves/LabResults.tsx';
import { useBeginning } from './data/useBeginning.ts';
import { definition, type LabState } from './definition.ts';
import { LabFolds } from './LabFolds.tsx';
import { LabMap } from './map/LabMap.tsx';
import { withoutView } from './map/labView.ts';
import { Presets } from './presets/Presets.tsx';
import { createLab } from './run/lab.ts';
import { RunButtons } from './run/RunButtons.tsx';
import { usePauseWhenHidden } from './run/usePauseWhenHidden.ts';
import { useRunKeeper } from './runs/useRunKeeper.ts';
import { MainSettings } from './settings/Settings.tsx';
import { SettingsBar } from './settings/SettingsBar.tsx';
import { Notices } from './verdict/Notices.tsx';
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

/** A run of the reader's own: what it is set to, what it does, what came of it. */
export default function TrainingLab({ children, curves }: TrainingLabProps) {
  const figure = useFigure<LabState>(definition);
  const { state, ready, problems } = figure;
  const config = useComputed((): TrainingConfig => withoutView(state.value));
  const set = (change: Partial<LabState>) => {
    state.value = { ...state.value, ...change };
  };
  const lab = useMemo(() => createLab(config.peek(), set), []);
  const isolated = useSignal<number | undefined>(undefined);
  const { data, compute, hasSaved } = lab;
  /** Of the run that is shown, else of the one to come. */
  const shown = useComputed(() => lab.runConfig.value ?? config.value);

  usePauseWhenHidden(lab);
  const keeping = useRunKeeper(lab);
  useEffect(() => lab.clear, []);
  useSignalEffect(() => lab.set(config.value));
  const onOtherData = () => {
    isolated.value = undefined;
  };
  const takeData = useBeginning({ lab, config, ready, problems, set, onOtherData });

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <LabMap {...{ lab, config, ready, isolated }} view={state} setView={set}>
          {children}
        </LabMap>
      </div>
      <div class="figure-curve lab-results">
        <LabResults lab={lab} shown={shown}>
          {curves}
        </LabResults>
      </div>
      <div class="figure-controls">
        <RunButtons lab={lab} ready={ready} />
        <MainSettings {...{ config, ready, data, set }} />
        {useComputed(() => data.value === MNIST && <Presets {...{ config, ready, set }} />)}
        <SettingsBar {...{ config, ready, data, compute, hasSaved, set, takeData }} />
        <Notices lab={lab} config={shown} />
        <LabFolds lab={lab} shown={shown} useSettings={set} />
        <p class="lab-problem" role="status">
          {keeping}
        </p>
        <FigureTools figure={figure} definition={definition} onReset={() => takeData(MNIST)} />
      </div>
    </>
  );
}
