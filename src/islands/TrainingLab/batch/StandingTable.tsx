import { formatNumber } from '#kit/figure/numberFormat.ts';
import type { LossItems } from '#metric/losses/items.ts';
import type { Standing } from './standing.ts';

interface StandingTableProps {
  readonly about: LossItems;
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

/** Distances, loss and gradient of a triplet or pair, before and after the step. */
export function StandingTable({ about, before, after }: StandingTableProps) {
  const row = (name: string, of: (standing: Standing) => string | undefined) => (
    <tr data-row={name}>
      <th scope="row">{name}</th>
      <td class="number">{before ? of(before) : '–'}</td>
      <td class="number">{after ? of(after) : '–'}</td>
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">before</th>
          <th scope="col">after the step</th>
        </tr>
      </thead>
      <tbody>
        {about.facts.map((name, k) => row(name, ({ facts }) => facts[k]))}
        {row('loss', ({ loss }) => formatNumber(loss, 3))}
        {about.roles.map((role, k) =>
          row(`gradient at the ${role}`, ({ gradients }) => formatNumber(gradients[k]!, 3)),
        )}
      </tbody>
    </table>
  );
}
