import { completeConfig } from '#training/settings/table.ts';
import type { PastRun } from './pastRun.ts';

interface Difference {
  readonly name: string;
  /** Of each run, as it is written. */
  readonly values: readonly string[];
}

const written = (value: unknown): string =>
  value === undefined ? '–' : Array.isArray(value) ? value.join(', ') : String(value);

/** The settings in which the runs are not all alike. A run of another time may have others. */
export function differences(runs: readonly PastRun[]): readonly Difference[] {
  const configs = runs.map(
    ({ config }) => completeConfig(config) as unknown as Readonly<Record<string, unknown>>,
  );
  const names = [...new Set(configs.flatMap((config) => Object.keys(config)))];
  return names
    .map((name) => ({ name, values: configs.map((config) => written(config[name])) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** What sets the compared runs apart. */
export function SettingsTable({ runs }: { readonly runs: readonly PastRun[] }) {
  const rows = differences(runs);
  if (runs.length < 2) return <p>Choose a second run, and what sets them apart is told here.</p>;
  if (rows.length === 0) return <p>All settings are the same.</p>;
  return (
    <table class="past-settings">
      <caption>Where their settings differ; all others are the same.</caption>
      <thead>
        <tr>
          <th scope="col">setting</th>
          {runs.map(({ id }, index) => (
            <th key={id} scope="col" class="past-curve" data-look={index}>
              {index + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={runs[index]!.id}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
