import { useComputed } from '@preact/signals';
import { isImages } from '#data/sources/registry.ts';
import { isIdle, samplerOf, withSampler } from '#training/settings/choices.ts';
import { discord } from '#training/settings/discord.ts';
import { SETTINGS, type TrainingConfig } from '#training/settings/table.ts';
import { AugmentationControls } from '../AugmentationControls.tsx';
import { SettingNumber, SettingSegments } from '../SettingControls.tsx';
import type { SettingsProps } from '../SettingsProps.ts';
import { trainedOn } from '../trainedOn.ts';

/** A configuration with each of the samplers in turn, and why that cannot be. */
const reasonsOf = (config: TrainingConfig) =>
  new Map(
    SETTINGS.sampler.options.map(({ name }) => [
      name,
      discord({ ...config, ...withSampler(name) }),
    ]),
  );

/** What a batch is drawn of and how much of it; where its rows are views, what is done to these. */
export function BatchPanel({ config, data, ready, set }: SettingsProps) {
  const common = { config, ready, set };
  const sampler = samplerOf(config.value);
  const { range } = SETTINGS.p;
  const known = sampler.groupsAreClasses
    ? trainedOn(config.value, data.value.classes.length).length
    : range.max;
  const reasons = reasonsOf(config.value);
  return (
    <>
      {isImages(data.value) && (
        <SettingSegments
          name="sampler"
          {...common}
          offers={(name) => reasons.get(name)?.length === 0}
          change={withSampler}
        />
      )}
      <p>
        {[
          sampler.about,
          ...[...reasons.values()].flat().map((reason) => `Not offered: ${reason}.`),
        ].join(' ')}
      </p>
      <SettingNumber
        name="p"
        {...common}
        label={`${sampler.counts.p}, P`}
        range={{ ...range, max: Math.min(range.max, known) }}
      />
      <SettingNumber name="k" {...common} label={`${sampler.counts.k}, K`} />
      <p>{useComputed(() => samplerOf(config.value).told(config.value))}</p>
      {!sampler.groupsAreClasses && <AugmentationControls {...common} />}
      {!isIdle('epochLength', config.value) && (
        <>
          <SettingNumber name="epochLength" {...common} />
          <p>{SETTINGS.epochLength.about}</p>
        </>
      )}
      <SettingNumber name="seed" {...common} />
      <p>{SETTINGS.seed.about}</p>
    </>
  );
}
