import { useComputed } from '@preact/signals';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { DIMENSIONS } from '#training/config.ts';
import { spaceName } from '../groups.ts';
import type { SettingsProps } from '../SettingsProps.ts';

const OPTIONS = DIMENSIONS.map((value) => ({ value, label: `${value} dimensions` }));

/** Into what the network embeds. */
export function EmbeddingPanel({ config, ready, set }: SettingsProps) {
  const { dims } = config.value;
  const lengths = [false, true].map((normalise) => ({
    value: normalise,
    label: normalise
      ? `length 1: ${spaceName({ dims, normalise })}`
      : `free: ${spaceName({ dims, normalise })}`,
  }));
  return (
    <>
      <Segmented
        legend="Dimensions"
        name="dims"
        options={OPTIONS}
        value={useComputed(() => config.value.dims)}
        ready={ready}
        set={(chosen) => set({ dims: chosen })}
      />
      <Segmented
        legend="Length of an embedding"
        name="normalise"
        options={lengths}
        value={useComputed(() => config.value.normalise)}
        ready={ready}
        set={(normalise) => set({ normalise })}
      />
      <p>
        In few dimensions classes block each other’s way; real systems use 128 to 512. Divided by
        its length, an embedding can only turn, and a network cannot meet the margin by blowing the
        cloud up.
      </p>
    </>
  );
}
