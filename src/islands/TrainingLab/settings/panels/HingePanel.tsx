import { useComputed } from '@preact/signals';
import { Choice } from '#kit/controls/Choice.tsx';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { REDUCERS } from '#training/config.ts';
import type { SettingsProps } from '../SettingsProps.ts';

const REDUCER_NAMES = {
  'mean-nonzero': 'over those with a loss',
  mean: 'over all selected',
  sum: 'sum instead',
} as const;
const SOFT = [
  { value: false, label: 'hinge' },
  { value: true, label: 'soft margin' },
] as const;

/** How a triplet's distances become a loss, and how the losses of a batch become one. */
export function HingePanel({ config, ready, set }: SettingsProps) {
  // Semi-hard is defined by the margin, and the contrastive loss has no soft one.
  const hasSoftMargin = useComputed(
    () => ready.value && config.value.loss === 'triplet' && config.value.miner !== 'semi-hard',
  );
  return (
    <>
      <Segmented
        legend="Hinge or soft margin"
        name="softMargin"
        options={SOFT}
        value={useComputed(() => config.value.softMargin)}
        ready={hasSoftMargin}
        set={(softMargin) => set({ softMargin })}
      />
      <p>
        The hinge is zero once the margin holds. The soft margin, ln(1 + exp(d<sub>ap</sub> − d
        <sub>an</sub>)), never quite lets go, and has no margin to set.
      </p>
      <Choice
        label="mean loss"
        options={REDUCERS}
        names={REDUCER_NAMES}
        value={useComputed(() => config.value.reducer)}
        ready={ready}
        set={(reducer) => set({ reducer })}
      />
      <p>
        Late in a run most triplets have no loss. Averaged over all of them, the few that do hardly
        count.
      </p>
    </>
  );
}
