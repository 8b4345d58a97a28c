import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { MNIST } from '#data/digits/digitSource.ts';
import { Fold } from '#kit/controls/Fold.tsx';
import { FigureTools } from '#kit/figure/FigureTools.tsx';
import { useFigure } from '#kit/figure/useFigure.ts';
import type { TrainingConfig } from '#training/settings/table.ts';
import { LabResults } from './curves/LabResults.tsx';
import { useBeginning } from './data/useBeginning.ts';
import { definition, type LabState } from './definition.ts';
import { LabFolds } from './LabFolds.tsx';
import { LabLook } from './map/LabLook.tsx';
import { LabMap } from './map/LabMap.tsx';
import { withoutView } from './map/labView.ts';
import { useCloudSettings } from './map/useCloudSettings.ts';
import { useWaking } from './recording/useWaking.ts';
import { createLab } from './run/lab.ts';
import { RunButtons } from './run/RunButtons.tsx';
import { RunStrip } from './run/RunStrip.tsx';
import { usePauseWhenHidden } from './run/usePauseWhenHidden.ts';
import { usePreparing } from './run/usePreparing.ts';
import { useRunKeeper } from './runs/useRunKeeper.ts';
import { useUnusual } from './settings/useUnusual.ts';
import { StoryButtons } from './story/StoryButtons.tsx';
import { useStory } from './story/useStory.ts';
import { LabChallenge } from './verdict/LabChallenge.tsx';
import { Notices } from './verdict/Notices.tsx';
import '#kit/figure/figure.css';
import '#kit/controls/controls.css';
import './TrainingLab.css';
import './map/scatter.css';
import './map/digitCard.css';
import './map/legend.css';
import './curves/curves.css';

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
  const cloud = useCloudSettings(lab, config);
  const view = { view: state, setView: set, isolated };

  usePauseWhenHidden(lab);
  useWaking(figure.anchor, lab);
  usePreparing(figure.anchor, lab);
  const keeping = useRunKeeper(lab);
  useEffect(() => lab.clear, []);
  useSignalEffect(() => lab.set(config.value));
  const onOtherData = () => {
    isolated.value = undefined;
  };
  const takeData = useBeginning({ lab, config, ready, problems, set, onOtherData });
  const story = useStory({ lab, config, set });
  const unusual = useUnusual({ config, ready, story });

  return (
    <>
      <div class="figure-plane" ref={figure.anchor}>
        <LabMap {...{ lab, config, cloud, ...view }}>{children}</LabMap>
        <div class="figure-strip">
          <RunStrip lab={lab} />
          <RunButtons lab={lab} ready={ready} />
        </div>
      </div>
      <div class="figure-verdict">
        <Notices {...{ lab, config, shown, story }} />
        {useComputed(() => data.value === MNIST && <StoryButtons story={story} ready={ready} />)}
      </div>
      <div class="figure-curve lab-results">
        <LabResults lab={lab} shown={shown}>
          {curves}
        </LabResults>
      </div>
      <div class="figure-controls">
        <LabLook {...{ lab, rings: cloud.rings, ready, ...view }} />
        <Fold
          class="lab-details lab-settings-fold"
          summary="Settings"
          opens={unusual}
          load={() => import('./settings/SettingsFold.tsx')}
          props={{ config, ready, data, compute, hasSaved, set, takeData }}
        />
        <LabFolds lab={lab} shown={shown} useSettings={set} />
        <p class="lab-problem" role="status">
          {keeping}
        </p>
        <FigureTools figure={figure} definition={definition} onReset={() => takeData(MNIST)} />
      </div>
      <LabChallenge lab={lab} ready={ready} />
    </>
  );
}
