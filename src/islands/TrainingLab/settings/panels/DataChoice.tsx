import { useComputed } from '@preact/signals';
import { type DataSource, labSources } from '#data/sources/registry.ts';
import { Segmented } from '#kit/controls/Segmented.tsx';
import { SETTINGS } from '#training/settings/table.ts';
import type { SettingsProps } from '../SettingsProps.ts';

const nameOf = ({ reference: { source } }: Pick<DataSource, 'reference'>) => source;

/** What the lab has to train on, where there is more than one: the page's data sets, and own files. */
export function DataChoice({
  data,
  ready,
  takeData,
}: Pick<SettingsProps, 'data' | 'ready' | 'takeData'>) {
  const current = useComputed(() => nameOf(data.value));
  const names = [...new Set([...labSources.map(nameOf), current.value])];
  if (names.length < 2) return null;
  const about = labSources.find((source) => nameOf(source) === current.value)?.about;
  const labels = new Map(SETTINGS.data.options.map(({ name, label }) => [name, label]));
  return (
    <>
      <Segmented
        legend={SETTINGS.data.label}
        name="data"
        options={names.map((value) => ({ value, label: labels.get(value) ?? value }))}
        value={current}
        ready={ready}
        set={(name) => {
          const chosen = labSources.find((source) => nameOf(source) === name);
          if (chosen) takeData(chosen);
        }}
      />
      {about && <p>{about}</p>}
    </>
  );
}
