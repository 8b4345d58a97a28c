import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { completeConfig, type TrainingConfig } from '#training/settings/table.ts';
import { Comparison } from './Comparison.tsx';
import type { PastRun } from './pastRun.ts';
import { RunItem } from './RunItem.tsx';
import { StoreError } from './database.ts';
import { runs } from './runs.ts';
import './pastRuns.css';

/** As many as a chart can tell apart by dash and colour. */
const MOST_COMPARED = 4;

interface PastRunsProps {
  readonly useSettings: (config: TrainingConfig) => void;
}

/** The runs that this device remembers: to compare, to name, to take up again, to delete. */
export default function PastRuns({ useSettings }: PastRunsProps) {
  const list = useSignal<readonly PastRun[] | undefined>(undefined);
  const compared = useSignal<readonly string[]>([]);
  const problem = useSignal('');

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      problem.value = '';
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      problem.value = error.message;
    }
  };
  const refresh = () =>
    attempt(async () => {
      list.value = await runs.list();
    });

  useEffect(() => {
    void refresh();
    return runs.watch(() => void refresh());
  }, []);

  const chosen = useComputed(
    () => list.value?.filter(({ id }) => compared.value.includes(id)) ?? [],
  );
  return (
    <div class="past-runs">
      <p role="status" class="lab-problem">
        {problem}
      </p>
      {list.value?.length === 0 && (
        <p>None yet. A run of 50 steps or more is remembered on this device when it pauses.</p>
      )}
      <ul>
        {list.value?.map((run) => (
          <RunItem
            key={run.id}
            run={run}
            look={chosen.value.findIndex(({ id }) => id === run.id)}
            isFull={chosen.value.length >= MOST_COMPARED}
            compare={(isCompared) => {
              const others = compared.value.filter((id) => id !== run.id);
              compared.value = isCompared ? [...others, run.id] : others;
            }}
            rename={(name) => void attempt(() => runs.rename(run.id, name))}
            remove={() => void attempt(() => runs.remove(run.id))}
            takeUp={() => useSettings(completeConfig(run.config))}
          />
        ))}
      </ul>
      {chosen.value.length > 0 && <Comparison runs={chosen.value} />}
    </div>
  );
}
