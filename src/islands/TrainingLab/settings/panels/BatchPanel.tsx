import { useComputed } from '@preact/signals';
import { NumberField } from '#kit/controls/NumberField.tsx';
import { RANGES } from '#training/config.ts';
import type { SettingsProps } from '../SettingsProps.ts';
import { trainedOn } from '../trainedOn.ts';

/** How many classes and images a batch has, and where chance starts. */
export function BatchPanel({ config, data, ready, set }: SettingsProps) {
  const range = {
    ...RANGES.p,
    max: Math.min(RANGES.p.max, trainedOn(config.value, data.value.classes.length).length),
  };
  return (
    <>
      <NumberField
        label="classes in a batch, P"
        range={range}
        value={useComputed(() => config.value.p)}
        ready={ready}
        set={(p) => set({ p })}
      />
      <NumberField
        label="images of each, K"
        range={RANGES.k}
        value={useComputed(() => config.value.k)}
        ready={ready}
        set={(k) => set({ k })}
      />
      <p>
        {useComputed(() => {
          const { p, k } = config.value;
          const triplets = p * k * (k - 1) * (p * k - k);
          return `${p * k} images, and ${triplets.toLocaleString('en')} triplets among them: P·K·(K − 1)·(P·K − K).`;
        })}
      </p>
      <NumberField
        label="steps of an epoch"
        range={RANGES.epochLength}
        value={useComputed(() => config.value.epochLength)}
        ready={ready}
        set={(epochLength) => set({ epochLength })}
      />
      <p>
        For offline mining only: before each epoch the whole training set is embedded (a random
        1,000 of it for the reference net), and the triplets for so many steps are chosen among it.
      </p>
      <NumberField
        label="seed"
        range={RANGES.seed}
        value={useComputed(() => config.value.seed)}
        ready={ready}
        set={(seed) => set({ seed })}
      />
      <p>The first weights and every batch follow from it: the same seed, the same run.</p>
    </>
  );
}
