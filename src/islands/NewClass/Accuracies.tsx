import measured from '#bench/new-classes.json';
import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { SignSource } from '#training/signs/signSources.ts';
import { NETWORKS } from './definition.ts';

/** Which classes no network saw, by the name of the measurement. */
const JUDGED = [
  { of: 'digits', title: 'the digits 6 to 9' },
  { of: 'kinds', title: `${measured.ways} kinds of glyph` },
] as const;

type Judged = (typeof JUDGED)[number]['of'];

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By the number of examples, over seeds. */
const accuraciesOf = (network: SignSource, of: Judged): readonly number[] => {
  const { seeds } = measured.rows.find(({ id }) => id === network)!;
  return measured.shots.map((_, k) => mean(seeds.map((seed) => seed[of][k]!)));
};

/** What was measured beforehand: how often a class that no network saw is recognised. */
export function Accuracies({ network }: { readonly network: ReadonlySignal<SignSource> }) {
  return (
    <table class="accuracies">
      <caption>
        Recognised, of classes that none has seen, by the mean of 1, 3 and 5 examples
      </caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            learned from
          </th>
          {JUDGED.map(({ of, title }) => (
            <th key={of} colSpan={measured.shots.length} scope="colgroup">
              {title}
            </th>
          ))}
        </tr>
        <tr>
          {JUDGED.flatMap(({ of }) =>
            measured.shots.map((shots) => (
              <th key={`${of} ${shots}`} scope="col">
                {shots}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {NETWORKS.map(({ value, about }) => (
          <tr key={value} data-chosen={useComputed(() => network.value === value)}>
            <th scope="row">{about}</th>
            {JUDGED.flatMap(({ of }) =>
              accuraciesOf(value, of).map((accuracy, k) => (
                <td key={`${of} ${k}`} style={{ '--share': accuracy.toFixed(3) }}>
                  {accuracy.toFixed(2)}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
