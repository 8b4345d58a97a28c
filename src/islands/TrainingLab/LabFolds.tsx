import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { Fold } from '#kit/controls/Fold.tsx';
import type { TrainingConfig } from '#training/settings/table.ts';
import { marginLength } from './map/marginScale.ts';
import type { Lab } from './run/lab.ts';

interface LabFoldsProps {
  readonly lab: Lab;
  /** Of the run that is shown, else of the one to come. */
  readonly shown: ReadonlySignal<TrainingConfig>;
  useSettings(change: Partial<TrainingConfig>): void;
}

interface PartProps<P> {
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: FunctionComponent<P> }>;
  readonly props: P;
}

const Part = <P extends object>(props: PartProps<P>) => <Fold class="lab-details" {...props} />;

/** What most readers never unfold: each part is fetched when it is. */
export function LabFolds({ lab, shown, useSettings }: LabFoldsProps) {
  const length = useComputed(() => marginLength(shown.value));
  return (
    <>
      <Part
        summary="Where the time goes"
        load={() => import('./time/StepTimes.tsx')}
        props={{ lab }}
      />
      <Part summary="What is measured" load={() => import('./curves/Glossary.tsx')} props={{}} />
      <Part
        summary="More curves: forces, order, retrieval, zones, shape"
        load={() => import('./curves/MoreCurves.tsx')}
        props={{ lab }}
      />
      <Part
        summary="The curves as tables"
        load={() => import('./curves/CurveTables.tsx')}
        props={{ lab }}
      />
      <Part
        summary="The batch just trained on"
        load={() => import('./batch/BatchInspector.tsx')}
        props={{ lab }}
      />
      <Part
        summary="Distances between classes"
        load={() => import('./distances/Distances.tsx')}
        props={{ lab, marginLength: length }}
      />
      {useComputed(
        () =>
          lab.data.value.isDigits && (
            <Part
              summary="Draw a digit"
              load={() => import('./drawing/DrawDigit.tsx')}
              props={{ lab }}
            />
          ),
      )}
      <Part
        summary="Past runs"
        load={() => import('./runs/PastRuns.tsx')}
        props={{ useSettings }}
      />
      <Part
        summary="Files: embedding, network, settings, PyTorch"
        load={() => import('./exports/Files.tsx')}
        props={{ lab, config: () => shown.value, useSettings }}
      />
    </>
  );
}
